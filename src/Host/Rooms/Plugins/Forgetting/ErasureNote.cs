using System.Text.Json;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>
/// One request to erase, as it is kept until it is answered: whom to ask, and the words of the request. The operator's keys are no
/// part of it; they are looked up when it is asked.
/// </summary>
/// <param name="Index">Where the sink stands in the manifest.</param>
/// <param name="SinkUrl">The sink's own address; its key may be used at the same host.</param>
/// <param name="Url">Where to ask.</param>
internal sealed record ErasureNote(string Plugin, string Sink, int Index, string SinkUrl, string Url, byte[] Body)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static ErasureNote From(byte[] bytes) => JsonSerializer.Deserialize<ErasureNote>(bytes)!;

    public EgressSink To(SinkCredentials credentials) => new(
        new ManifestSink { Id = Sink, Url = Url, Operator = string.Empty, Country = string.Empty, Methods = [SinkMethod.Post] }, Index, CredentialsFor(credentials));

    // The sink's own key goes to the sink's own host and nowhere else; for any other the operator lists one with that address.
    private IReadOnlyList<SinkHeader> CredentialsFor(SinkCredentials credentials)
    {
        var own = credentials.For(Plugin, Sink, Url);
        return own.Count > 0 || !IsSameHost(SinkUrl, Url) ? own : credentials.For(Plugin, Sink, SinkUrl);
    }

    private static bool IsSameHost(string one, string other) =>
        Uri.Compare(new Uri(one), new Uri(other), UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
