using System.Buffers;
using System.Globalization;
using System.Text;

namespace PluginRoom.Host.Egress.Requests;

/// <summary>
/// The part of an address below a sink's own (RFC 3986, section 3.3), as a plugin writes it. Servers, proxies and frameworks
/// disagree about dots, slashes and what they decode when, so whatever any of them could read as a way up is refused, not repaired.
/// </summary>
internal static class SinkPath
{
    public const int MaxLength = 2048;
    public const int MaxQueryLength = 4096;

    private const string Escape = "Write any other character as the percent-encoded bytes of its UTF-8.";
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%");

    private static readonly SearchValues<char> QueryCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%");

    // Characters that compatibility mappings (Unicode NFKC, Windows' best fit) turn into a dot, a slash, a backslash or a percent sign.
    private static readonly SearchValues<char> LookAlikes = SearchValues.Create("\u2024\u2025\u2026\uFE52\uFF0E\u2044\u2215\u29F8\uFF0F\u2216\uFE68\uFF3C\uFE6A\uFF05");
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when the path is below the sink whoever reads it; else what is wrong, in words.</summary>
    public static string? Problem(string path)
    {
        if (path.Length > MaxLength)
            return $"The path has {path.Length} characters; at most {MaxLength} are sent.";
        if (path.AsSpan().IndexOfAnyExcept(PathCharacters) is var wrong and >= 0)
            return $"The path has {Show(path[wrong])} at character {wrong + 1}, which no path holds. {Escape}";
        if (path.StartsWith('/'))
            return "The path starts with a slash. It is relative to the sink's url: leave the slash out.";
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].Length == 0 && i < segments.Length - 1)
                return "The path has two slashes in a row.";
            if (SegmentProblem(segments[i]) is { } problem)
                return problem;
        }

        return null;
    }

    /// <summary>Null when the query (without its question mark) can be sent as it is.</summary>
    public static string? QueryProblem(string query)
    {
        if (query.Length > MaxQueryLength)
            return $"The query has {query.Length} characters; at most {MaxQueryLength} are sent.";
        if (query.AsSpan().IndexOfAnyExcept(QueryCharacters) is var wrong and >= 0)
            return $"The query has {Show(query[wrong])} at character {wrong + 1}, which no query holds. {Escape}";
        for (var at = query.IndexOf('%', StringComparison.Ordinal); at >= 0; at = query.IndexOf('%', at + 1))
            if (Octet(query, at) is null)
                return Malformed(query, at);
        return null;
    }

    private static string? SegmentProblem(string segment)
    {
        var octets = new List<byte>(segment.Length);
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] != '%')
            {
                octets.Add((byte)segment[i]);
                continue;
            }

            if (Octet(segment, i) is not { } octet)
                return Malformed(segment, i);
            if (octet is < 0x20 or 0x7f or (byte)'/' or (byte)'\\' or (byte)'.' or (byte)'%' or (byte)';')
                return $"The path has {segment.Substring(i, 3)}, an encoded {Show((char)octet)}, which servers decode at different times.";
            octets.Add(octet);
            i += 2;
        }

        return DecodedProblem(segment, [.. octets]);
    }

    private static string? DecodedProblem(string segment, byte[] octets)
    {
        try
        {
            var decoded = Strict.GetString(octets);
            if (decoded.AsSpan().IndexOfAny(LookAlikes) is var at and >= 0)
                return $"The path has {Show(decoded[at])}, which some servers take for a dot, a slash or a percent sign.";

            // What follows a semicolon is a parameter to some servers, and "..;x" is ".." to them.
            return decoded.Split(';')[0] is "." or ".."
                ? $"The path has the segment \"{segment}\", which leads out of the sink's url."
                : null;
        }
        catch (DecoderFallbackException)
        {
            return $"The segment \"{segment}\" of the path is no percent-encoded UTF-8.";
        }
    }

    private static byte? Octet(string text, int percent) =>
        percent + 2 < text.Length && char.IsAsciiHexDigit(text[percent + 1]) && char.IsAsciiHexDigit(text[percent + 2])
            ? byte.Parse(text.AsSpan(percent + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : null;

    private static string Malformed(string text, int percent) =>
        $"\"{text[percent..Math.Min(text.Length, percent + 3)]}\" is no percent-encoded byte. Write a percent sign and two hexadecimal digits.";

    private static string Show(char character) =>
        character is > ' ' and <= '~' ? $"'{character}'" : string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");
}
