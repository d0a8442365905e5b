using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Links;

internal sealed class ChangeOwner : IAttempt
{
    public string Vector => "change the owner of a file";

    public string? Try(Targets targets)
    {
        var path = Path.Combine(Path.GetTempPath(), $"owner-{targets.Token}");
        File.WriteAllText(path, "");
        Kernel.Call("fchownat", -100, Kernel.Text(path), -1, -1, 0);
        return path;
    }
}
