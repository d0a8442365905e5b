using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>
/// Writes into data whose it is, so that it is found again in whatever is made of them. A name is its person's mark; what they write or do
/// gets one. Whoever passes everything on passes on each mark once.
/// </summary>
internal static partial class Marks
{
    public static string Of(Tag tag) => string.Create(CultureInfo.InvariantCulture, $"<{(int)tag.Data}-{tag.Subject}>");

    public static string All(IEnumerable<Tag> tags) => string.Concat(tags.Select(Of));

    public static byte[] Bytes(IEnumerable<Tag> tags) => Encoding.UTF8.GetBytes(All(tags) + ".");

    public static ImmutableHashSet<Tag> In(string text) => [.. Mark().Matches(text).Select(match => new Tag(
        (DataCategory)int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)))];

    public static ImmutableHashSet<Tag> In(ReadOnlySpan<byte> bytes) => In(Encoding.UTF8.GetString(bytes));

    [GeneratedRegex("<([0-9]+)-([0-9]+)>")]
    private static partial Regex Mark();
}
