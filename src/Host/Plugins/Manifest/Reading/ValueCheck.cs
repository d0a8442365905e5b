using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>The rules for one value by itself, as the attributes of its property state them.</summary>
internal static partial class ValueCheck
{
    private const int LongestAnywhere = 500;

    /// <summary>Null when the value can be read.</summary>
    public static string? Problem(JsonElement value, Type type, JsonPropertyInfo? property) => type switch
    {
        _ when type == typeof(string) => TextProblem(value, property),
        _ when type == typeof(int) => NumberProblem(value, property),
        _ when type == typeof(bool) => value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? null
            : $"must be true or false, but is {ShapeCheck.Kind(value)}.",
        _ => WordProblem(value, Word.For(type) ?? throw new InvalidOperationException($"{type} has no form in a manifest.")),
    };

    public static string Describe(JsonPropertyInfo property) =>
        Find<DescriptionAttribute>(property) is { Description: var text } ? $"Add it: {char.ToLowerInvariant(text[0])}{text[1..]}" : "Add it.";

    public static int MostItems(JsonPropertyInfo? property) =>
        property is not null && Find<MaxLengthAttribute>(property) is { Length: var most } ? most : 0;

    public static T? Find<T>(JsonPropertyInfo property)
        where T : Attribute => property.AttributeProvider?.GetCustomAttributes(typeof(T), true).OfType<T>().FirstOrDefault();

    private static string? TextProblem(JsonElement value, JsonPropertyInfo? property)
    {
        if (value.ValueKind != JsonValueKind.String)
            return $"must be a text, but is {ShapeCheck.Kind(value)}.";
        var text = value.GetString()!;
        var (least, most) = property is not null && Find<StringLengthAttribute>(property) is { } length
            ? (length.MinimumLength, length.MaximumLength)
            : (0, LongestAnywhere);
        var characters = text.EnumerateRunes().Count();
        if (characters > most)
            return $"is {characters} characters long; at most {most} are allowed.";
        if (characters == 0 && least > 0)
            return "must not be empty.";
        if (property is not null && Find<RegularExpressionAttribute>(property) is { } form && !Regex.IsMatch(text, form.Pattern))
            return $"{form.ErrorMessage}, but is {Wording.Quote(text)}.";
        return Text().IsMatch(text) ? null : $"must be one line of plain text without a space at either end, but is {Wording.Quote(text)}.";
    }

    private static string? NumberProblem(JsonElement value, JsonPropertyInfo? property)
    {
        var range = property is null ? null : Find<RangeAttribute>(property);
        var wanted = range is null ? "a whole number"
            : range.Minimum.Equals(range.Maximum) ? $"{range.Minimum}"
            : $"a whole number from {range.Minimum} to {range.Maximum}";
        if (value.ValueKind != JsonValueKind.Number)
            return $"must be {wanted}, but is {ShapeCheck.Kind(value)}.";
        return value.TryGetInt32(out var number) && (range is null || range.IsValid(number))
            ? null
            : $"must be {wanted}, but is {Wording.Quote(value.GetRawText())}.";
    }

    private static string? WordProblem(JsonElement value, Word word) =>
        value.ValueKind != JsonValueKind.String ? $"must be {word.What}, but is {ShapeCheck.Kind(value)}. {word.Hint}"
        : word.Knows(value.GetString()!) ? null
        : word.Refuse(value.GetString()!);

    [GeneratedRegex(TextForPeople.Pattern)]
    private static partial Regex Text();
}
