using System.Globalization;
using System.Text;

namespace PluginRoom.Host.Tests.Forgetting;

/// <summary>Looks into another process's memory as a debugger or a core dump would (proc(5), /proc/pid/mem).</summary>
internal static class ProcessMemory
{
    private const int Chunk = 4 << 20;

    /// <summary>Where any of these forms stands in what the process can write to: the region, and what stands around it.</summary>
    public static IReadOnlyList<string> Find(int process, IReadOnlyList<byte[]> forms)
    {
        var found = new List<string>();
        using var memory = new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        var overlap = forms.Max(form => form.Length) - 1;
        var buffer = new byte[Chunk + overlap];
        foreach (var (line, start, end) in Regions(process))
            for (var at = start; at < end; at += Chunk)
            {
                var read = Read(memory, at, buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - at)));
                foreach (var form in forms)
                    found.AddRange(In(buffer.AsSpan(0, read), form).Where(hit => hit < Chunk).Select(hit => $"{at + hit:x} in {line}: {Around(buffer, hit, read)}"));
            }

        return found;
    }

    /// <summary>The processes below this one, the deepest last.</summary>
    public static IReadOnlyList<int> Below(int process)
    {
        var children = Threads(process).SelectMany(ChildrenOf).ToList();
        return [.. children, .. children.SelectMany(Below)];
    }

    private static string[] Threads(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (DirectoryNotFoundException)
        {
            // It has ended since its parent was asked.
            return [];
        }
    }

    private static IEnumerable<int> ChildrenOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(child => int.Parse(child, CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // So has this one of its threads, which come and go.
            return [];
        }
    }

    internal static IEnumerable<int> In(ReadOnlySpan<byte> bytes, byte[] form)
    {
        var hits = new List<int>();
        for (var at = 0; bytes[at..].IndexOf(form) is >= 0 and var hit; at += hit + 1)
            hits.Add(at + hit);
        return hits;
    }

    private static string Around(byte[] bytes, int hit, int length)
    {
        var from = Math.Max(0, hit - 64);
        return string.Concat(Encoding.Latin1.GetString(bytes, from, Math.Min(200, length - from)).Where(c => c is >= ' ' and <= '~'));
    }

    private static int Read(FileStream memory, long at, Span<byte> buffer)
    {
        try
        {
            memory.Position = at;
            return memory.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (IOException)
        {
            // Unmapped since the list was read, or reserved and never touched: holds nothing.
            return 0;
        }
    }

    private static IEnumerable<(string Line, long Start, long End)> Regions(int process) =>
        from line in File.ReadAllLines($"/proc/{process}/maps")
        let parts = line.Split(' ', 3)
        where parts[1].StartsWith("rw", StringComparison.Ordinal) && !line.EndsWith("[vvar]", StringComparison.Ordinal)
        let ends = parts[0].Split('-')
        select (line, long.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), long.Parse(ends[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
