using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Links;

internal sealed class WatchFiles : IAttempt
{
    public string Vector => "watch files (inotify)";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("inotify_init1", 0)}";
}
