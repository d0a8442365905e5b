using System.Runtime.InteropServices;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedRecordLock : IAttempt
{
    public string Vector => "signal another worker by a record lock (fcntl)";

    public Action<Targets>? Accomplice => static targets => Kernel.Call("fcntl", (nint)Kernel.Call("openat", -100, Kernel.Text(Path.Combine(targets.Plugin, "shared.txt")), 0), 37, Kernel.Bytes([0, 0, .. new byte[30]]));

    public string? Try(Targets targets)
    {
        var file = (nint)Kernel.Call("openat", -100, Kernel.Text(Path.Combine(targets.Plugin, "shared.txt")), 0);
        var query = Kernel.Bytes([1, 0, .. new byte[30]]);
        Kernel.Call("fcntl", file, 36, query);
        return Marshal.ReadInt16(query) == 2 ? null : "locked by the other";
    }
}
