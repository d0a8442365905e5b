using System.Text;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Forgery;

internal sealed class ForgeFrame : IAttempt
{
    private const byte CallType = 66;

    public string Vector => "forge a call to the host on the worker's own pipe";

    public Proof Proof => Proof.Posted;

    public string? Try(Targets targets)
    {
        var call = Encoding.UTF8.GetBytes($$"""{"call":"chat.send","text":"{{targets.Token}}"}""");
        byte[] frame = [CallType, 0, 0, 0, 7, 0, 0, 0, (byte)call.Length, 0, 0, 0, .. call];
        Kernel.Call("write", WorkerPipe.Find(), Kernel.Bytes(frame), frame.Length);
        return "written";
    }
}
