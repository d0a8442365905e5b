using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class AddKey : IAttempt
{
    public string Vector => "put a key into the kernel";

    public string? Try(Targets targets) => $"key {Kernel.Call("add_key", Kernel.Text("user"), Kernel.Text("hostile"), Kernel.Text("payload"), 7, -2)}";
}
