using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedAnonymous : IAttempt
{
    public string Vector => "map memory to be shared";

    public string? Try(Targets targets) => Kernel.Raw("mmap", 0, 4096, 3, 0x21, -1, 0) is var page && page is > 0 or < -4095 ? "mapped" : null;
}
