using System.Runtime.InteropServices;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedAttribute : IAttempt
{
    public string Vector => "pass a message by an attribute of a shared file";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets => Kernel.Call("setxattr", Kernel.Text(Path.Combine(targets.Plugin, "shared.txt")), Kernel.Text("user.hostile"), Kernel.Text(targets.Token), targets.Token.Length, 0);

    public string? Try(Targets targets)
    {
        var value = Kernel.Zeros(128);
        Kernel.Call("getxattr", Kernel.Text(Path.Combine(targets.Plugin, "shared.txt")), Kernel.Text("user.hostile"), value, 127);
        return Marshal.PtrToStringUTF8(value);
    }
}
