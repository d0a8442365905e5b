using System.Globalization;
using System.Text;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>Looks into another process's memory as a debugger or a core dump would (proc(5), /proc/pid/mem).</summary>
internal static class ProcessMemory
{
    private const int Chunk = 4 << 20;

    /// <summary>How many times <paramref name="text"/> stands in what the process can write to, as UTF-8 and as UTF-16.</summary>
    public static int Count(int process, string text)
    {
        byte[][] needles = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)];
        using var memory = new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        return Regions(process).Sum(region => needles.Sum(needle => CountIn(memory, region, needle)));
    }

    private static int CountIn(FileStream memory, (long Start, long End) region, byte[] needle)
    {
        var count = 0;
        var buffer = new byte[Chunk + needle.Length - 1];
        // Chunks overlap by one byte less than the needle, so that one across a border counts, and counts once.
        for (var at = region.Start; at < region.End; at += Chunk)
        {
            var wanted = (int)Math.Min(buffer.Length, region.End - at);
            var read = Read(memory, at, buffer.AsSpan(0, wanted));
            for (var rest = buffer.AsSpan(0, read); rest.IndexOf(needle) is >= 0 and var found; rest = rest[(found + needle.Length)..])
                count++;
        }

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
