using System.Globalization;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Egress;

/// <summary>One entry of a manifest's <c>sinks</c>, ready to be sent to.</summary>
internal sealed class EgressSink
{
    private readonly SinkMethod[] _methods;

    /// <param name="index">Where it stands in the manifest, for the words of a refusal.</param>
    /// <param name="credentials">Added to each request; nothing of them comes back to the plugin from here.</param>
    /// <exception cref="ArgumentException">The manifest's rules let an address through that is none.</exception>
    public EgressSink(ManifestSink declared, int index, IReadOnlyList<SinkHeader> credentials)
    {
        Address = SinkAddress.Parse(declared.Url, out var problem) ?? throw new ArgumentException(problem, nameof(declared));
        (Id, Pointer) = (declared.Id, string.Create(CultureInfo.InvariantCulture, $"sinks/{index}"));
        (_methods, BytesPerMinute) = ([.. declared.Methods], declared.MaxBytesPerMinute);
        Credentials = credentials;
        Name = new SinkName(SinkKind.External, Id);
    }

    public string Id { get; }

    public SinkName Name { get; }

    /// <summary>Its place in plugin.json, e.g. <c>sinks/0</c>.</summary>
    public string Pointer { get; }

    public SinkAddress Address { get; }

    public int BytesPerMinute { get; }

    public IReadOnlyList<SinkHeader> Credentials { get; }

    /// <summary>The method, spelled as it goes out.</summary>
    /// <exception cref="EgressException">It is none, or the manifest does not list it.</exception>
    public HttpMethod Require(string method, string because = "")
    {
        if (!Enum.TryParse<SinkMethod>(method, ignoreCase: true, out var named) || !string.Equals(named.ToString(), method, StringComparison.OrdinalIgnoreCase))
            throw new EgressException(EgressProblem.Method, "A method is one of GET, HEAD, POST, PUT, PATCH and DELETE.");
        var name = named.ToString().ToUpperInvariant();
        return _methods.Contains(named)
            ? new HttpMethod(name)
            : throw new EgressException(EgressProblem.Method, $"{Pointer}/methods of plugin.json does not list {name}{because}. Add \"{name}\" to it.");
    }
}
