using System.Runtime.InteropServices;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedPosixQueue : IAttempt
{
    public string Vector => "pass a message by a POSIX message queue";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets =>
    {
        var queue = (nint)Kernel.Call("mq_open", Kernel.Text($"hostile-{targets.Key:x}"), 0x842, 0x1b6, Kernel.Numbers(0, 4, 8192, 0, 0, 0, 0, 0));
        Kernel.Call("mq_timedsend", queue, Kernel.Text(targets.Token), targets.Token.Length + 1, 0, 0);
    };

    public string? Try(Targets targets)
    {
        var queue = (nint)Kernel.Call("mq_open", Kernel.Text($"hostile-{targets.Key:x}"), 0x800, 0, 0);
        var message = Kernel.Zeros(8192);
        Kernel.Call("mq_timedreceive", queue, message, 8192, 0, 0);
        return Marshal.PtrToStringUTF8(message);
    }
}
