using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Groups : IAttempt
{
    public string Vector => "open a control group for writing";

    public string? Try(Targets targets) => Directory.GetFiles("/sys/fs/cgroup", "cgroup.procs", SearchOption.AllDirectories).Select(Names.OpenForWriting).FirstOrDefault();
}
