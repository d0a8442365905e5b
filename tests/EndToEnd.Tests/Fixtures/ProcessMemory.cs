using System.Globalization;
using System.Text;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>Looks into another process's memory as a debugger or a core dump would (proc(5), /proc/pid/mem).</summary>
internal static class ProcessMemory
{
    private const int Chunk = 4 << 20;

    /// <summary>How many times any of <paramref name="texts"/> stands in what the process can write to, as UTF-8 and as UTF-16.</summary>
    public static int Count(int process, params string[] texts)
    {
        byte[][] needles = [.. texts.Select(Encoding.UTF8.GetBytes), .. texts.Select(Encoding.Unicode.GetBytes)];
        using var memory = new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        return Regions(process).Sum(region => CountIn(memory, region, needles));
    }

    private static int CountIn(FileStream memory, (long Start, long End) region, byte[][] needles)
    {
        var count = 0;
        var longest = needles.Max(needle => needle.Length);
        var buffer = new byte[Chunk + longest - 1];
        // Chunks overlap, so that nothing is cut in two; what starts in the overlap is counted with the next chunk.
        for (var at = region.Start; at < region.End; at += Chunk)
        {
            var read = Read(memory, at, buffer.AsSpan(0, (int)Math.Min(buffer.Length, region.End - at)));
            foreach (var needle in needles)
                count += CountStarts(buffer.AsSpan(0, Math.Min(read, Chunk + needle.Length - 1)), needle);
        }

        return count;
    }

    private static int CountStarts(ReadOnlySpan<byte> bytes, byte[] needle)
    {
        var count = 0;
        for (; bytes.IndexOf(needle) is >= 0 and var found; bytes = bytes[(found + 1)..])
            count++;
        return count;
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

    private static IEnumerable<(long Start, long End)> Regions(int process) =>
        from line in File.ReadAllLines($"/proc/{process}/maps")
        let parts = line.Split(' ', 3)
        where parts[1].StartsWith("rw", StringComparison.Ordinal) && !line.EndsWith("[vvar]", StringComparison.Ordinal)
        let ends = parts[0].Split('-')
        select (long.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), long.Parse(ends[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
