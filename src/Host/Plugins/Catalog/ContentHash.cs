using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>
/// One hash over a plugin's files: SHA-256 over the lines <c>&lt;path&gt; &lt;SHA-256 in lower case hex&gt;\n</c>, sorted by path
/// (ordinal, with <c>/</c>). For the manifest's <c>integrity</c>, plugin.json counts as <see cref="CanonicalJson"/> without that member.
/// </summary>
internal static class ContentHash
{
    public static string OfFile(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static byte[] OfFolder(IEnumerable<KeyValuePair<string, string>> hashes)
    {
        var text = new StringBuilder();
        foreach (var (path, hash) in hashes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(path).Append(' ').Append(hash).Append('\n');
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    public static string Integrity(IReadOnlyDictionary<string, string> hashes, ReadOnlyMemory<byte> manifest)
    {
        var all = new Dictionary<string, string>(hashes) { [ManifestReader.FileName] = OfFile(CanonicalJson.Without("integrity", manifest)) };
        return "sha256-" + Convert.ToBase64String(OfFolder(all));
    }
}
