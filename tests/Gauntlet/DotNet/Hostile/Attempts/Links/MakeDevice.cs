using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Links;

internal sealed class MakeDevice : IAttempt
{
    public string Vector => "make a device node";

    public string? Try(Targets targets)
    {
        var path = Path.Combine(Path.GetTempPath(), $"device-{targets.Token}");
        Kernel.Call("mknodat", -100, Kernel.Text(path), 0x2000 | 0x1b6, (1 << 8) | 3);
        return path;
    }
}
