using System.Buffers.Text;

namespace PluginRoom.Host.Workers.Limits;

/// <summary>
/// Of <c>/proc/(pid)/status</c>: memory that this process alone answers for. Files that it maps are not counted, since the machine can
/// drop those pages and other workers use the same ones; shared memory and what was swapped out are.
/// </summary>
internal static class PrivateMemory
{
    /// <summary>In bytes.</summary>
    internal static long Parse(ReadOnlySpan<byte> status) =>
        (Kilobytes(status, "\nRssAnon:"u8) + Kilobytes(status, "\nRssShmem:"u8) + Kilobytes(status, "\nVmSwap:"u8)) << 10;

    private static long Kilobytes(ReadOnlySpan<byte> status, ReadOnlySpan<byte> name)
    {
        var at = status.IndexOf(name);
        if (at < 0)
            return 0;
        var value = status[(at + name.Length)..].TrimStart(" \t"u8);
        return Utf8Parser.TryParse(value, out long kilobytes, out _) ? kilobytes : 0;
    }
}
