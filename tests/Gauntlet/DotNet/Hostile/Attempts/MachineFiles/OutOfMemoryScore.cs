using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class OutOfMemoryScore : IAttempt
{
    public string Vector => "change its own out-of-memory score";

    public string? Try(Targets targets)
    {
        File.WriteAllText("/proc/self/oom_score_adj", "500");
        return Names.Read("/proc/self/oom_score_adj").Trim() == "500" ? "changed" : null;
    }
}
