using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class OpenFileSystem : IAttempt
{
    public string Vector => "open a file system (fsopen)";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("fsopen", Kernel.Text("tmpfs"), 0)}";
}
