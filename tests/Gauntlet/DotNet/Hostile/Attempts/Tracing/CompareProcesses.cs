using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class CompareProcesses : IAttempt
{
    public string Vector => "compare the host's kernel objects (kcmp)";

    public string? Try(Targets targets) => Kernel.Raw("kcmp", targets.Host, targets.Host, 1, 0, 0) >= 0 ? "compared" : null;
}
