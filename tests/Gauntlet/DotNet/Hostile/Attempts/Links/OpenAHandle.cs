using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Links;

internal sealed class OpenAHandle : IAttempt
{
    public string Vector => "open a file by handle";

    public string? Try(Targets targets) => Kernel.Reaches("open_by_handle_at", 22, -100, Kernel.Zeros(136), 0) ? "permitted" : null;
}
