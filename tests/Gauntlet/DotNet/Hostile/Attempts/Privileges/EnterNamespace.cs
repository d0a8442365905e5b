using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class EnterNamespace : IAttempt
{
    public string Vector => "enter the host's network namespace";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("setns", (nint)Kernel.Call("openat", -100, Kernel.Text($"/proc/{targets.Host}/ns/net"), 0), 0x40000000) == 0 ? "entered" : null;
}
