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

    /// <summary>User and system time of all its threads.</summary>
    internal static double CpuSeconds(int id)
    {
        var stat = Stat(id);
        return (long.Parse(stat[11], CultureInfo.InvariantCulture) + long.Parse(stat[12], CultureInfo.InvariantCulture)) / 100.0;
    }

    internal static bool IsStopped(int id) => Stat(id)[0] == "T";

    internal static void Kill(int id) => Xunit.Assert.Equal(0, Kill(id, KillSignal));

    /// <summary>Freezes it: it lives and does nothing.</summary>
    internal static void Stop(int id) => Xunit.Assert.Equal(0, Kill(id, StopSignal));

    // From the third field on: the second, the name, may hold blanks.
    private static string[] Stat(int id)
    {
        var line = File.ReadAllText($"/proc/{id}/stat");
        return line[(line.LastIndexOf(')') + 2)..].Split(' ');
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
