using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Links;

internal sealed class ChangeTimes : IAttempt
{
    public string Vector => "change the times of a plugin file";

    public string? Try(Targets targets)
    {
        Kernel.Call("utimensat", -100, Kernel.Text(Path.Combine(targets.Plugin, "shared.txt")), Kernel.Numbers(1, 0, 1, 0), 0);
        return File.GetLastWriteTimeUtc(Path.Combine(targets.Plugin, "shared.txt")).ToString("O");
    }
}
