using System.Runtime.InteropServices;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed partial class StartShell : IAttempt
{
    public string Vector => "start a shell";

    public string? Try(Targets targets) => System("exit 7") == 7 << 8 ? "a shell ran" : null;

    [LibraryImport("libc", EntryPoint = "system", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int System(string command);
}
