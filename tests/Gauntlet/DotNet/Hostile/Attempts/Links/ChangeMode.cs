using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Links;

internal sealed class ChangeMode : IAttempt
{
    public string Vector => "change the mode of a file";

    public string? Try(Targets targets)
    {
        var path = Path.Combine(Path.GetTempPath(), $"mode-{targets.Token}");
        File.WriteAllText(path, "");
        Kernel.Call("fchmodat", -100, Kernel.Text(path), 0x1ff);
        return File.GetUnixFileMode(path).ToString();
    }
}
