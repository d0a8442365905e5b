using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class OwnDescriptors : IAttempt
{
    public string Vector => "reopen its own output through /proc/self/fd";

    public string? Try(Targets targets)
    {
        foreach (var link in Directory.GetFiles("/proc/self/fd"))
        {
            if (new FileInfo(link).LinkTarget is { } target && (target.EndsWith(".log") || target.EndsWith(".txt")))
                return Names.OpenForWriting(link);
        }

        return null;
    }
}
