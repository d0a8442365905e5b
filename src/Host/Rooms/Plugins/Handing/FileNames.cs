using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PluginRoom.Host.Rooms.Plugins.Handing;

/// <summary>The page cleans what a file is called, and this does it again: a page may have been changed.</summary>
internal static partial class FileNames
{
    private const int MaxLength = 120;
    private const int MaxExtension = 12;

    /// <summary>A name that is only that: no folder, nothing that cannot be seen, no dot at an end, at most 120 characters.</summary>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
            if (IsSeen(rune))
                plain.Append(":*?\"<>|".Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
        var text = plain.ToString().Trim().Trim('.').Trim();
        var dot = text.LastIndexOf('.');
        var extension = dot > 0 ? Cut(text[dot..], MaxExtension) : "";
        var clean = Cut(dot > 0 ? text[..dot] : text, MaxLength - extension.Length) + extension;
        return clean.Length == 0 ? "file" : clean;
    }

    /// <summary>A media type without parameters, or what stands for any.</summary>
    public static string CleanType(string type) => MediaType().IsMatch(type) ? type : "application/octet-stream";

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune != Rune.ReplacementChar;

    // Not in the middle of a character.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    [GeneratedRegex(@"^[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,100}\z")]
    private static partial Regex MediaType();
}
