using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class OwnMemoryFile : IAttempt
{
    public string Vector => "open /proc/self/mem for writing";

    public string? Try(Targets targets) => Names.OpenForWriting("/proc/self/mem");
}
