using System.Buffers;
using System.Net.Http.Headers;

namespace PluginRoom.Host.Egress.Requests;

/// <summary>
/// The header fields that pass between a plugin and its sinks. A list of what may, because no list of what may not is ever whole:
/// servers take methods, hosts and addresses from fields such as X-HTTP-Method-Override and X-Forwarded-Host.
/// </summary>
internal static class HeaderRules
{
    public const int MaxCount = 16;
    public const int MaxValueLength = 1024;

    private static readonly string[] Sent =
    [
        "accept", "accept-language", "content-language", "content-type", "idempotency-key", "if-match", "if-modified-since",
        "if-none-match", "if-unmodified-since", "prefer", "range",
    ];

    private static readonly string[] Received =
    [
        "accept-ranges", "age", "allow", "cache-control", "content-disposition", "content-language", "content-length", "content-range",
        "content-type", "date", "etag", "expires", "last-modified", "link", "location", "preference-applied", "retry-after",
        "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset",
    ];

    // RFC 9110, section 5.5, without the bytes above ASCII.
    private static readonly SearchValues<char> Value = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\t']);

    /// <exception cref="EgressException">A field is not sent for plugins, stands there twice, or holds what would end it.</exception>
    public static void Check(IReadOnlyList<SinkHeader> headers)
    {
        if (headers.Count > MaxCount)
            throw Wrong($"A request has at most {MaxCount} header fields of the plugin's, not {headers.Count}.");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            if (!Sent.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw Wrong($"The header field {Show(name)} is not sent for plugins. These are: {string.Join(", ", Sent)}.");
            if (!seen.Add(name))
                throw Wrong($"The header field {name} is given twice. Join the values with a comma.");
            if (value.Length > MaxValueLength)
                throw Wrong($"The header field {name} has {value.Length} characters; at most {MaxValueLength} are sent.");
            if (value.AsSpan().IndexOfAnyExcept(Value) is var at and >= 0)
                throw Wrong($"The header field {name} holds U+{(int)value[at]:X4}; only visible ASCII, spaces and tabs are sent.");
        }
    }

    /// <summary>What a plugin gets of a response: one value for each field of the list, values that are too long left out.</summary>
    public static IReadOnlyList<SinkHeader> Of(HttpResponseMessage response) =>
    [
        .. Fields(response.Headers).Concat(Fields(response.Content.Headers))
            .Where(field => Received.Contains(field.Name, StringComparer.OrdinalIgnoreCase) && field.Value.Length <= MaxValueLength)
            .Select(field => new SinkHeader(field.Name.ToLowerInvariant(), field.Value)),
    ];

    private static IEnumerable<SinkHeader> Fields(HttpHeaders headers) =>
        headers.NonValidated.Select(field => new SinkHeader(field.Key, string.Join(", ", field.Value)));

    private static EgressException Wrong(string message) => new(EgressProblem.Header, message);

    private static string Show(string name) =>
        name.Length is > 0 and <= 60 && name.All(c => c is > ' ' and <= '~') ? name : "with this name";
}
