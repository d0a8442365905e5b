namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>
/// What a text that people read may be made of, as regular expressions that .NET and JSON Schema read alike. Names stand beside the
/// host's own words, so nothing in them may be invisible or turn the reading direction.
/// </summary>
internal static class TextForPeople
{
    // Controls and line ends; soft hyphen, fillers and blanks that show nothing; marks that turn or isolate a direction. The joiners
    // U+200C and U+200D stay: Persian and many emoji need them.
    private const string Invisible =
        @"\p{Cc}\p{Zl}\p{Zp}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFC";

    /// <summary>One line, no space at an end.</summary>
    public const string Pattern = @"^(?!\s)[^" + Invisible + @"]*(?<!\s)$(?!\s)";

    /// <summary>The same, and something to read in it.</summary>
    public const string NamePattern = @"^(?=.*[\p{L}\p{N}])(?!\s)[^" + Invisible + @"]*(?<!\s)$(?!\s)";

    public const string NameRule =
        "must be one line with a letter or digit in it, without invisible characters, marks that turn the reading direction, or a space at either end";
}
