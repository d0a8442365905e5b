using System.Globalization;
using System.Text;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>Words of a manifest inside a message: they end up in logs and on pages, so nothing in them may look like anything else.</summary>
internal static class Wording
{
    private const int Longest = 60;

    public static string Quote(string text)
    {
        var shown = text.Length > Longest ? text[..Longest] : text;
        var safe = new StringBuilder("'");
        foreach (var c in shown)
            safe.Append(char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format ? '?' : c);
        return safe.Append(text.Length > Longest ? "...'" : "'").ToString();
    }

    /// <summary>A message of the framework, which may quote the manifest, on one line.</summary>
    public static string Sentence(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    public static string List(IEnumerable<string> words) => string.Join(", ", words);

    /// <summary>A sentence to add when one of the names is close to what was written; else empty.</summary>
    public static string DidYouMean(string written, IEnumerable<string> names) =>
        NearMiss.Find(written, names) is { } name ? $" Did you mean '{name}'?" : "";
}
