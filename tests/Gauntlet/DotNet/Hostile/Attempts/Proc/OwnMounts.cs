using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class OwnMounts : IAttempt
{
    public string Vector => "read where its folders lie on the host (mountinfo)";

    public string? Try(Targets targets) => Names.Read("/proc/self/mountinfo").Contains(targets.Folder) ? targets.Folder : null;
}
