using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class MapsOfHost : IAttempt
{
    public string Vector => "read the host's memory map";

    public string? Try(Targets targets) => Names.Read($"/proc/{targets.Host}/maps") is { Length: > 0 } maps ? maps : null;
}
