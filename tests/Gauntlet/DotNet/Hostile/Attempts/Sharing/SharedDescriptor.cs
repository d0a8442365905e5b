using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedDescriptor : IAttempt
{
    public string Vector => "make a file of memory (memfd)";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("memfd_create", Kernel.Text("x"), 0)}";
}
