using System.Runtime.InteropServices;
using System.Text;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedSegment : IAttempt
{
    public string Vector => "pass a message by SysV shared memory";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets =>
    {
        var segment = (nint)Kernel.Call("shmget", targets.Key, 4096, 0x3b6);
        Marshal.Copy((byte[])[.. Encoding.UTF8.GetBytes(targets.Token), 0], 0, (nint)Kernel.Call("shmat", segment, 0, 0), targets.Token.Length + 1);
    };

    public string? Try(Targets targets)
    {
        var segment = (nint)Kernel.Call("shmget", targets.Key, 4096, 0);
        return Marshal.PtrToStringUTF8((nint)Kernel.Call("shmat", segment, 0, 0));
    }
}
