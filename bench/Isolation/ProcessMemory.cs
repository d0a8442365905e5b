using System.Globalization;

namespace PluginRoom.Bench.Isolation;

/// <summary>Proportional set size: pages that several processes share count for each by its part (Linux proc(5), smaps_rollup).</summary>
internal static class ProcessMemory
{
    /// <summary>Of a process and all that it started, bubblewrap's own included. A worker is not dumpable, so this needs root.</summary>
    internal static long ProportionalKilobytes(int process) => Own(process) + Children(process).Sum(ProportionalKilobytes);

    private static long Own(int process)
    {
        foreach (var line in File.ReadLines($"/proc/{process}/smaps_rollup"))
        {
            if (line.StartsWith("Pss:", StringComparison.Ordinal))
                return long.Parse(line["Pss:".Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture);
        }

        throw new InvalidDataException($"/proc/{process}/smaps_rollup has no line Pss.");
    }

    private static IEnumerable<int> Children(int process) =>
        Directory.GetDirectories($"/proc/{process}/task")
            .SelectMany(static thread => File.ReadAllText(thread + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(static id => int.Parse(id, CultureInfo.InvariantCulture));
}
