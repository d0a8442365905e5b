using System.Globalization;
using System.Runtime.InteropServices;

namespace PluginRoom.Worker.Tests.Rig;

/// <summary>The machine's processes, as the kernel lists them.</summary>
internal static partial class Processes
{
    private const int KillSignal = 9;
    private const int StopSignal = 19;

    internal static bool Exists(int id) => Directory.Exists($"/proc/{id}");

    internal static IReadOnlyList<int> Children(int id) =>
    [
        .. Directory.GetDirectories($"/proc/{id}/task")
            .SelectMany(task => File.ReadAllText(task + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture)),
    ];

    internal static void Kill(int id) => Xunit.Assert.Equal(0, Kill(id, KillSignal));

    /// <summary>Freezes it: it lives and does nothing.</summary>
    internal static void Stop(int id) => Xunit.Assert.Equal(0, Kill(id, StopSignal));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
