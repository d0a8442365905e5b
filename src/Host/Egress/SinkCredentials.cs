using System.Text.Json;
using System.Text.RegularExpressions;
using PluginRoom.Host.Egress.Requests;

namespace PluginRoom.Host.Egress;

/// <summary>One header field that the host adds to a plugin's requests to one sink.</summary>
/// <param name="Url">The sink's <c>url</c>, word for word. A plugin whose manifest leads elsewhere does not get it sent there.</param>
/// <param name="Header">E.g. <c>authorization</c>.</param>
public sealed record SinkCredential(string Plugin, string Sink, string Url, string Header, string Value)
{
    /// <summary>Without the value, which belongs into no log.</summary>
    public override string ToString() => $"{Header} for {Plugin} at {Url}";
}

/// <summary>
/// What the operator lets plugins use without letting them see it: keys for their sinks. They are in a file of the operator's and in
/// this host's memory; no process of a plugin has them.
/// </summary>
public sealed partial class SinkCredentials
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly IReadOnlyList<SinkCredential> _all;

    private SinkCredentials(IReadOnlyList<SinkCredential> all) => _all = all;

    public static SinkCredentials None { get; } = new([]);

    /// <param name="problem">What to correct when the result is null. Holds no value of the file.</param>
    public static SinkCredentials? Read(string file, out string problem)
    {
        problem = string.Empty;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
                problem = "others than its owner can read or write it; run chmod 600 on it";
            else if (JsonSerializer.Deserialize<List<SinkCredential>>(File.ReadAllBytes(file), Strict) is not { } all)
                problem = "it is empty";
            else if (all.FindIndex(entry => Wrong(entry)) is var index and >= 0)
                problem = $"entry {index} has a header that is no header name, a value with other than visible ASCII, or a url that is no sink's";
            else
                return new(all);
        }
        catch (JsonException wrong)
        {
            problem = $"it is not a list of {{ plugin, sink, url, header, value }} (line {wrong.LineNumber + 1}, at {wrong.Path})";
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            problem = "it cannot be read";
        }

        return null;
    }

    internal IReadOnlyList<SinkHeader> For(string pluginId, string sinkId, string url) =>
    [
        .. _all.Where(entry => entry.Plugin == pluginId && entry.Sink == sinkId && entry.Url == url).Select(entry => new SinkHeader(entry.Header, entry.Value)),
    ];

    // An operator may choose any field but those that say where a request goes and where it ends.
    private static bool Wrong(SinkCredential? entry) =>
        entry is null
        || !HeaderName().IsMatch(entry.Header)
        || entry.Header.ToLowerInvariant() is "host" or "cookie" or "connection" or "content-length" or "transfer-encoding" or "te" or "upgrade" or "expect"
        || entry.Value.Length is 0 or > 8192
        || entry.Value.Any(c => c is < ' ' or > '~')
        || SinkAddress.Parse(entry.Url, out _) is null;

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$")]
    private static partial Regex HeaderName();
}
