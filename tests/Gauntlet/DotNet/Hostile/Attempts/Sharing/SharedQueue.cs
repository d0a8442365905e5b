using System.Runtime.InteropServices;
using System.Text;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedQueue : IAttempt
{
    public string Vector => "pass a message by a SysV message queue";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets =>
    {
        var message = Kernel.Bytes([1, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(targets.Token), 0]);
        Kernel.Call("msgsnd", (nint)Kernel.Call("msgget", targets.Key, 0x3b6), message, targets.Token.Length + 1, 0x800);
    };

    public string? Try(Targets targets)
    {
        var message = Kernel.Zeros(256);
        Kernel.Call("msgrcv", (nint)Kernel.Call("msgget", targets.Key, 0), message, 200, 0, 0x800);
        return Marshal.PtrToStringUTF8(message + 8);
    }
}
