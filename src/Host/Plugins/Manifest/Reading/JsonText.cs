using System.Text.Json;
using System.Text.Unicode;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>From the bytes of plugin.json, or of another file of ours, to a document in which every string can be read.</summary>
internal static class JsonText
{
    public const int MaxBytes = 256 * 1024;
    private const int MaxDepth = 16;

    /// <param name="name">What the file is called in messages.</param>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> file, ErrorList errors, string name = ManifestReader.FileName)
    {
        var text = WithoutMark(file);
        if (Encoding(text.Span) is { } problem)
        {
            errors.Add("", $"{name} {problem}", mayStillArrive: true);
            return null;
        }

        try
        {
            if (LineOfHalfPair(text.Span) is { } line)
            {
                errors.Add("", $"{name} is not valid JSON at line {line}: a \\u escape is half of a surrogate pair.");
                return null;
            }

            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException e)
        {
            errors.Add("", $"{name} is not valid JSON at line {e.LineNumber + 1}: {Reason(e)}", EndsEarly(text.Span));
            return null;
        }
    }

    /// <summary>Editors on Windows write a byte order mark, which JSON parsers need not take (RFC 8259, 8.1).</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> file) => file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file;

    // A file that is still being copied is short, or long already and filled with zeros.
    private static string? Encoding(ReadOnlySpan<byte> text) => text switch
    {
        { Length: > MaxBytes } => $"is larger than {MaxBytes / 1024} KiB. Nothing that belongs into it needs as much.",
        _ when text.IndexOfAnyExcept(" \t\r\n"u8) < 0 => "is empty. docs/manifest.md and docs/operating.md say what belongs into it.",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "is UTF-16. Save it as UTF-8.",
        _ when text.Contains((byte)0) => "contains zero bytes. Save it as UTF-8 text.",
        _ when !Utf8.IsValid(text) => "is not UTF-8. Save it as UTF-8.",
        _ => null,
    };

    // Half a surrogate pair passes as JSON but cannot become a string.
    private static int? LineOfHalfPair(ReadOnlySpan<byte> text)
    {
        var reader = Reader(text, isFinal: true);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
                continue;
            try
            {
                _ = reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return text[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
            }
        }

        return null;
    }

    // The same text is fine so far when more may follow.
    private static bool EndsEarly(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = Reader(text, isFinal: false);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> text, bool isFinal) =>
        new(text, isFinal, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));

    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Wording.Sentence(end < 0 ? e.Message : e.Message[..end]);
    }
}
