using System.Buffers.Text;

namespace PluginRoom.Host.Workers.Limits;

/// <summary>What <c>/proc/(pid)/stat</c> says of a process (proc_pid_stat(5)). Made 20 times a second for each worker, without allocation.</summary>
/// <param name="CpuSeconds">User and system time of all threads, also of those that have ended.</param>
/// <param name="ResidentBytes">Memory that is in use, what is shared with other processes included.</param>
internal readonly record struct ProcessReading(double CpuSeconds, int Threads, long ResidentBytes)
{
    // The unit that Linux shows to programs, on every architecture.
    private const double TicksPerSecond = 100;
    private const int UserTime = 14 - FirstField;
    private const int SystemTime = 15 - FirstField;
    private const int ThreadCount = 20 - FirstField;
    private const int Resident = 24 - FirstField;

    /// <summary>The first after the name, which may hold anything, blanks and brackets as well.</summary>
    private const int FirstField = 3;

    /// <summary>False for a process that has ended, and for what is no such line.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> line, out ProcessReading reading)
    {
        reading = default;
        var nameEnd = line.LastIndexOf((byte)')');
        if (nameEnd < 0 || nameEnd + 2 >= line.Length || line[nameEnd + 2] is (byte)'Z' or (byte)'X')
            return false;
        var rest = line[(nameEnd + 2)..];
        long user = 0, system = 0, threads = 0, resident = 0;
        for (var field = 0; field <= Resident; field++)
        {
            var blank = rest.IndexOf((byte)' ');
            if (blank < 0)
                return false;
            var read = field switch
            {
                UserTime => Utf8Parser.TryParse(rest[..blank], out user, out _),
                SystemTime => Utf8Parser.TryParse(rest[..blank], out system, out _),
                ThreadCount => Utf8Parser.TryParse(rest[..blank], out threads, out _),
                Resident => Utf8Parser.TryParse(rest[..blank], out resident, out _),
                _ => true,
            };
            if (!read)
                return false;
            rest = rest[(blank + 1)..];
        }

        reading = new((user + system) / TicksPerSecond, (int)threads, resident * Environment.SystemPageSize);
        return true;
    }
}
