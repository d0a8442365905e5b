using System.Text.Json;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <param name="Pointer">Where it stands.</param>
internal readonly record struct DraftItem<T>(string Pointer, T Value);

/// <summary>The items of a list that could be read. Nothing follows from an absence unless the list is complete.</summary>
internal sealed record DraftList<T>(IReadOnlyList<DraftItem<T>> Items, bool IsComplete)
{
    public IEnumerable<T> Values => Items.Select(item => item.Value);
}

/// <summary>As much of a manifest as could be read, for the rules between values; they report along with what could not be read.</summary>
internal sealed class ManifestDraft
{
    private readonly JsonElement _root;
    private readonly ShapeCheck _shape;

    public ManifestDraft(JsonElement root, ShapeCheck shape)
    {
        (_root, _shape) = (root, shape);
        Ui = List<ManifestUi>("ui");
        Capabilities = List<ManifestCapability>("capabilities");
        Channels = List<ManifestChannel>("channels");
        Callable = List<ManifestCallable>("callable");
        Sinks = List<ManifestSink>("sinks");
        Flows = List<ManifestFlow>("dataFlows");
        Engines = Part<ManifestEngines>("engines");
        Server = Part<ManifestServer>("server");
    }

    public DraftList<ManifestUi> Ui { get; }

    public DraftList<ManifestCapability> Capabilities { get; }

    public DraftList<ManifestChannel> Channels { get; }

    public DraftList<ManifestCallable> Callable { get; }

    public DraftList<ManifestSink> Sinks { get; }

    public DraftList<ManifestFlow> Flows { get; }

    public ManifestEngines? Engines { get; }

    public ManifestServer? Server { get; }

    /// <summary>The limits of the server side that are stated, by name.</summary>
    public IReadOnlyDictionary<string, int> Limits => Server is not null && _root.GetProperty("server").TryGetProperty("limits", out var limits)
        ? limits.EnumerateObject().ToDictionary(static limit => limit.Name, static limit => limit.Value.GetInt32())
        : new Dictionary<string, int>();

    public bool Has(string field) => _root.TryGetProperty(field, out _);

    public string? Text(string field) =>
        _shape.IsReadable("/" + field) && _root.TryGetProperty(field, out var value) ? value.GetString() : null;

    private T? Part<T>(string field)
        where T : class =>
        _shape.IsReadable("/" + field) && _root.TryGetProperty(field, out var value) ? value.Deserialize<T>(ManifestJson.Options) : null;

    private DraftList<T> List<T>(string field)
    {
        var pointer = "/" + field;
        if (!_root.TryGetProperty(field, out var list) || list.ValueKind != JsonValueKind.Array)
            return new([], _shape.IsReadable(pointer));
        var items = list.EnumerateArray()
            .Select((item, index) => (Item: item, Pointer: JsonPointer.Item(pointer, index)))
            .Where(pair => pair.Item.ValueKind == JsonValueKind.Object && _shape.IsReadable(pair.Pointer))
            .Select(pair => new DraftItem<T>(pair.Pointer, pair.Item.Deserialize<T>(ManifestJson.Options)!))
            .Take(ValueCheck.MostItems(ManifestJson.Root.Properties.First(property => property.Name == field)));
        return new([.. items], _shape.IsReadable(pointer));
    }
}
