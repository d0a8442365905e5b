using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Links;

internal sealed class WatchEverything : IAttempt
{
    public string Vector => "watch the file system (fanotify)";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("fanotify_init", 0, 0)}";
}
