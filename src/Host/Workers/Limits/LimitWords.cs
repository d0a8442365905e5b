using System.Globalization;

namespace PluginRoom.Host.Workers.Limits;

/// <summary>What a worker did that it may not, in the words that people read in the page and in the ledger.</summary>
internal static class LimitWords
{
    internal static string Memory(long bytes, WorkerLimits limits) =>
        Text($"it used {(bytes + (1 << 20) - 1) >> 20} MB; its manifest allows {limits.MemoryMb} MB and {WorkerGuard.NativeMb} MB beside");

    internal static string Threads(int threads, WorkerLimits limits) =>
        Text($"it ran {threads} threads; its manifest allows {limits.Threads}");

    internal static string Scratch(WorkerLimits limits) =>
        Text($"it filled more than {limits.ScratchMb} MB of scratch space, as its manifest allows");

    internal static string Cpu(WorkerLimits limits) =>
        Text($"it used more than {limits.CpuPercent} % of a processor core, as its manifest allows; it is paused in between");

    internal static string Messages(WorkerLimits limits) =>
        Text($"it sent more than {limits.MessagesPerSecond} messages a second, as its manifest allows; the rest waits");

    internal static string MessageBytes(int perSecond) =>
        Text($"its messages came to more than {Megabytes(perSecond)} MB a second; the rest waits");

    internal static string ErrorOutput(int perSecond) =>
        Text($"it wrote more than {Megabytes(perSecond)} MB a second to its error output; the rest waits");

    internal static string StartTime(TimeSpan limit) =>
        Text($"it was not ready within {limit.TotalSeconds:0.#} s; StartAsync has to return");

    internal static string HandlerTime(TimeSpan limit) =>
        Text($"one handler took more than {limit.TotalSeconds:0.#} s, as its manifest allows");

    internal static string HiddenScratch => "it made a folder in its scratch space that the host cannot look into";

    internal static string Unwatched => "the host cannot look at its process, so it cannot hold it to its limits";

    private static string Megabytes(int bytes) => (bytes / (double)(1 << 20)).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
