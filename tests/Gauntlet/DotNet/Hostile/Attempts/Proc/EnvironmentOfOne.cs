using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class EnvironmentOfOne : IAttempt
{
    public string Vector => "read /proc/1/environ";

    public string? Try(Targets targets) => Names.Read("/proc/1/environ") is { Length: > 0 } text && !text.Contains("DOTNET_GCHeapHardLimit") ? text : null;
}
