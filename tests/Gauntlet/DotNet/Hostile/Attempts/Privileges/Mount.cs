using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class Mount : IAttempt
{
    public string Vector => "mount a file system";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("mount", Kernel.Text("none"), Kernel.Text(Path.GetTempPath()), Kernel.Text("tmpfs"), 0, 0) + Kernel.Raw("umount2", Kernel.Text(Path.GetTempPath()), 2) == 0 ? "mounted" : null;
}
