using System.Globalization;
using System.Text;
using PluginRoom.Host.Broker;

namespace PluginRoom.Host.Ledger;

/// <summary>The bytes that an entry's hash is taken over: UTF-8 fields, each ended by a line feed, after the hash before. Subjects are
/// left out: whoever checks the chain must not learn from it whose data an entry concerns.</summary>
internal static class LedgerCanonicalForm
{
    public static byte[] Of(in LedgerEntry entry, ReadOnlySpan<byte> previousHash)
    {
        var text = new StringBuilder(160)
            .Append(Convert.ToHexStringLower(previousHash)).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"{entry.Sequence}\n{entry.At}\n{entry.PluginId}\n{entry.Capability}\n")
            .Append(CultureInfo.InvariantCulture, $"{entry.Categories}\n{entry.Sink}\n{entry.Verdict.Name()}\n{entry.Count}\n{entry.Bytes}\n");
        if (entry.Words is { } words)
            text.Append(words).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
