using System.Runtime.InteropServices;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed partial class SpawnProgram : IAttempt
{
    public string Vector => "start a program by posix_spawn";

    public string? Try(Targets targets)
    {
        var path = Kernel.Text(Path.Combine(targets.Plugin, "program"));
        var error = Spawn(out var id, path, 0, 0, Kernel.Numbers(path, 0), Kernel.Numbers(0));
        return error == 0 ? $"process {id}, {Kernel.Raw("wait4", id, 0, 0)}" : null;
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn")]
    private static partial int Spawn(out int id, nint path, nint actions, nint attributes, nint arguments, nint environment);
}
