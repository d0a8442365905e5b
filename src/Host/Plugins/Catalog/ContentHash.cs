using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Trust.Signing;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>
/// One hash over a plugin's files: SHA-256 over the lines <c>&lt;path&gt; &lt;SHA-256 in lower case hex&gt;\n</c>, sorted by path
/// (ordinal, with <c>/</c>). For the manifest's <c>integrity</c> and for signatures, plugin.json counts as <see cref="CanonicalJson"/>
/// without that member, and plugin.sig does not count: neither could hold a hash over itself.
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
        all.Remove(PluginSignature.FileName);
        return "sha256-" + Convert.ToBase64String(OfFolder(all));
    }
}
