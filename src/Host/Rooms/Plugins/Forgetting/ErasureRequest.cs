using System.Text.Json;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>What a sink is asked: to erase what it was sent of one person. docs/manifest.md has it for those who run sinks.</summary>
internal sealed record ErasureRequest(ErasureNote Note, EgressSink To, AuthorizedFlow Flow)
{
    private sealed record Words(string Plugin, string Person, IReadOnlyList<string> Categories, DateTimeOffset BlockedAt);

    public string SinkId => Note.Sink;

    public string Url => Note.Url;

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
        var note = new ErasureNote(version.Manifest.Id, sinkId, index, declared.Url, url, body);
        var flow = broker.NoteErasure(version.Gate, new SinkName(SinkKind.External, sinkId), categories, subject, body.Length);
        return new(note, note.To(credentials), flow);
    }
}
