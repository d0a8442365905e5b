using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Links;

internal sealed class NameAHandle : IAttempt
{
    public string Vector => "name a file by handle";

    public string? Try(Targets targets)
    {
        var handle = Kernel.Bytes([128, .. new byte[135]]);
        Kernel.Call("name_to_handle_at", -100, Kernel.Text(Path.Combine(targets.Plugin, "shared.txt")), handle, Kernel.Zeros(4), 0);
        return "a handle";
    }
}
