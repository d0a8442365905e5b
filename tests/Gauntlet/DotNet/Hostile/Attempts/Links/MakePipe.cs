using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Links;

internal sealed class MakePipe : IAttempt
{
    public string Vector => "make a named pipe";

    public string? Try(Targets targets)
    {
        var path = Path.Combine(Path.GetTempPath(), $"pipe-{targets.Token}");
        Kernel.Call("mknodat", -100, Kernel.Text(path), 0x1000 | 0x1b6, 0);
        return path;
    }
}
