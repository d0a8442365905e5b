using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class OpenTree : IAttempt
{
    public string Vector => "take a copy of a mount (open_tree)";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("open_tree", -100, Kernel.Text("/"), 0x80001)}";
}
