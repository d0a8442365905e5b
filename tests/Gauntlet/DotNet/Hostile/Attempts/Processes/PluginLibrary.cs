using System.Runtime.InteropServices;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class PluginLibrary : IAttempt
{
    public string Vector => "run native code out of its own folder";

    public string? Try(Targets targets) => NativeLibrary.Load(Path.Combine(targets.Plugin, "library.so")) != 0 ? "loaded" : null;
}
