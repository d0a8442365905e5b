using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class MovePages : IAttempt
{
    public string Vector => "move another process's memory";

    public bool NeedsVictim => true;

    public string? Try(Targets targets) => Kernel.Raw("move_pages", targets.Victim, 0, 0, 0, 0, 0) == 0 ? "permitted" : null;
}
