using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Ledger;

/// <summary>
/// How the entries of a ledger are chained (SHA-256, FIPS 180-4). The digest of an entry is taken over its canonical form, its hash
/// over the hash before and the digest; so whoever may see a part of the entries only checks the whole chain with the others' digests.
/// Mirrored by web/src/plugins/ledger/chain.ts.
/// </summary>
public static class LedgerChain
{
    /// <summary>Bytes of a digest and of a hash.</summary>
    public const int HashSize = SHA256.HashSizeInBytes;

    /// <summary>The hash before the first entry.</summary>
    public static ReadOnlySpan<byte> Start => Zeros;

    private static readonly byte[] Zeros = new byte[HashSize];

    /// <summary>
    /// SHA-256 over eleven lines of UTF-8, each ended by a line feed. Entries have few possible contents, so without the salt a digest
    /// would tell by trying what it stands for.
    /// </summary>
    public static byte[] Digest(in LedgerRecord entry, string salt) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{entry.Sequence}\n{entry.At}\n{entry.PluginId}\n{entry.Capability}\n{entry.Category}\n{entry.Sink}\n{entry.Verdict}\n{entry.Count}\n{entry.Bytes}\n{entry.Words}\n{salt}\n")));

    public static byte[] Next(ReadOnlySpan<byte> hashBefore, ReadOnlySpan<byte> digest)
    {
        Span<byte> both = stackalloc byte[2 * HashSize];
        hashBefore.CopyTo(both);
        digest.CopyTo(both[HashSize..]);
        return SHA256.HashData(both);
    }
}
