using System.Text;
using System.Text.Unicode;
using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>People are shown the privacy policy as plain text before they decide, so there has to be something to read.</summary>
internal static class PrivacyPolicyCheck
{
    public const int MaxBytes = 256 * 1024;

    /// <summary>Fewer letters than this are no promise about anybody's data.</summary>
    public const int LeastLetters = 5;

    private const string Pointer = "/publisher/privacyPolicy";

    public static ManifestError? Problem(string directory, PluginManifest manifest)
    {
        var text = File.ReadAllBytes(Path.Combine(directory, manifest.Publisher.PrivacyPolicy));
        return text switch
        {
            { Length: > MaxBytes } => Error($"is larger than {MaxBytes / 1024} KiB, which nobody reads. Shorten it, and link to the rest."),
            _ when !Utf8.IsValid(text) || text.Contains((byte)0) => Error("is not UTF-8 text, and people are shown it as text. Write it as plain text or Markdown, in UTF-8."),
            _ when Letters(text) < LeastLetters => Error("is empty or says nothing. Write what the plugin does with people's data, who gets it, and how long it is kept."),
            _ => null,
        };
    }

    private static int Letters(byte[] text) => Encoding.UTF8.GetString(text).EnumerateRunes().Count(Rune.IsLetter);

    // A file that is still being copied is short, or filled with zeros.
    private static ManifestError Error(string problem) => new(Pointer, $"The privacy policy {problem}") { MayStillArrive = true };
}
