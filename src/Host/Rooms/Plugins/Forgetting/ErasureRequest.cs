using System.Text.Json;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>What a sink is asked: to erase what it was sent of one person. docs/manifest.md has it for those who run sinks.</summary>
internal sealed record ErasureRequest(string SinkId, string Url, EgressSink To, AuthorizedFlow Flow, ReadOnlyMemory<byte> Body)
{
    private sealed record Words(string Plugin, string Person, IReadOnlyList<string> Categories, DateTimeOffset BlockedAt);

    /// <param name="person">The pseudonym by which the plugin knew them, and so perhaps the sink.</param>
    /// <returns>Null: the sink declares no address for it.</returns>
    public static ErasureRequest? Make(
        PastVersion version, CapabilityBroker broker, SinkCredentials credentials, string sinkId, string person, int subject, uint categories, long at)
    {
        var index = version.Manifest.Sinks.ToList().FindIndex(sink => sink.Id == sinkId);
        if (index < 0 || version.Manifest.Sinks[index] is not { ErasureUrl: { } url } declared)
            return null;
        var names = new List<string>();
        for (var rest = categories; rest != 0;)
            names.Add(DataLabel.TakeLowest(ref rest).Name());
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Words(version.Manifest.Id, person, names, DateTimeOffset.FromUnixTimeMilliseconds(at)), JsonSerializerOptions.Web);
        var to = new EgressSink(declared with { Url = url, Methods = [SinkMethod.Post] }, index, CredentialsFor(credentials, version.Manifest.Id, declared, url));
        var flow = broker.NoteErasure(version.Gate, new SinkName(SinkKind.External, sinkId), categories, subject, body.Length);
        return new(sinkId, url, to, flow, body);
    }

    // The sink's own key goes to the sink's own host and nowhere else; for any other the operator lists one with that address.
    private static IReadOnlyList<SinkHeader> CredentialsFor(SinkCredentials credentials, string pluginId, ManifestSink sink, string url)
    {
        var own = credentials.For(pluginId, sink.Id, url);
        return own.Count > 0 || !IsSameHost(sink.Url, url) ? own : credentials.For(pluginId, sink.Id, sink.Url);
    }

    private static bool IsSameHost(string one, string other) =>
        Uri.Compare(new Uri(one), new Uri(other), UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
