using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class LocalTables : IAttempt
{
    public string Vector => "change segment tables (modify_ldt)";

    public string? Try(Targets targets) => Kernel.Raw("modify_ldt", 0, Kernel.Zeros(64), 64) >= 0 ? "read" : null;
}
