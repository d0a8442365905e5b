using System.Globalization;
using System.Text;

namespace PluginRoom.Host.Rooms;

/// <summary>
/// The name that others see. What could make one person look like another, or break the line it stands in, is refused:
/// control characters, line breaks, direction overrides, and names in which nothing is visible.
/// </summary>
public static class DisplayName
{
    private const int MaxLength = 64;

    // Persian and Indic scripts and composed emoji need these two.
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>More marks than this on one letter climb over the neighbouring lines.</summary>
    private const int MaxMarksInARow = 4;

    public static string? Parse(string text)
    {
        var name = text.Trim();
        if (name.Length is 0 or > MaxLength)
            return null;
        var visible = false;
        var marks = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (!IsAllowed(rune, category))
                return null;
            marks = IsMark(category) ? marks + 1 : 0;
            if (marks > MaxMarksInARow)
                return null;
            visible |= IsVisible(rune, category);
        }

        return visible ? name : null;
    }

    private static bool IsAllowed(Rune rune, UnicodeCategory category) => category switch
    {
        UnicodeCategory.Format => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner or (>= 0xE0020 and <= 0xE007F),
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        // EnumerateRunes turns a lone surrogate into the replacement character.
        _ => rune != Rune.ReplacementChar,
    };

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsVisible(Rune rune, UnicodeCategory category) =>
        !IsMark(category) && category is not (UnicodeCategory.Format or UnicodeCategory.SpaceSeparator)
        && !IsBlankLetter(rune.Value);

    // Letters by category that draw nothing: Hangul fillers and the empty Braille cell.
    private static bool IsBlankLetter(int value) => value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;
}
