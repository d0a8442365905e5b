using System.Runtime.InteropServices;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedKeyring : IAttempt
{
    public string Vector => "pass a message by a keyring";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets => Kernel.Call("add_key", Kernel.Text("user"), Kernel.Text($"hostile-{targets.Key:x}"), Kernel.Text(targets.Token), targets.Token.Length, -4);

    public string? Try(Targets targets)
    {
        var key = (nint)Kernel.Call("request_key", Kernel.Text("user"), Kernel.Text($"hostile-{targets.Key:x}"), 0, -4);
        var text = Kernel.Zeros(128);
        Kernel.Call("keyctl", 11, key, text, 127);
        return Marshal.PtrToStringUTF8(text);
    }
}
