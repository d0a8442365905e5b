namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class KeepCapabilities : IAttempt
{
    public string Vector => "have a capability of root's";

    public string? Try(Targets targets) => File.ReadLines("/proc/self/status").First(static line => line.StartsWith("CapEff:")) is var line && line.Trim(' ', '\t').EndsWith("0000000000000000") ? null : line;
}
