using System.ComponentModel;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>One way that people's data takes: this category to this sink.</summary>
public sealed record ManifestFlow
{
    [Description("Category of data; a declared capability must give it.")]
    public required DataCategory Data { get; init; }

    [Description("Where it goes: ui, room, storage.room, storage.user, download, sink:<id> or plugin:<id>.")]
    public required SinkName To { get; init; }

    [Description("What for. training and marketing are off unless a room switches them on, and need \"optional\": true.")]
    public required Purpose Purpose { get; init; }

    [Description("How long it is kept there: none, room (until the room ends) or an ISO 8601 duration such as PT24H.")]
    public required Retention Retention { get; init; }

    [Description("The plugin works without it: people can allow the rest and refuse this.")]
    public bool Optional { get; init; }
}
