using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PluginRoom.Host.Trust.Records;

/// <summary>known.json: what this host has taken so far. The host alone writes it.</summary>
internal sealed record KnownList
{
    [Description("One for each plugin that was ever taken.")]
    [MaxLength(1000)]
    public IReadOnlyList<KnownPlugin> Plugins { get; init; } = [];
}

/// <summary>A plugin that this host has taken.</summary>
internal sealed record KnownPlugin
{
    [Description("The plugin's id.")]
    public required string Id { get; init; }

    [Description("Id of the key that signed it; absent when nobody did.")]
    public string? Key { get; init; }

    [Description("What is used now.")]
    public required string Content { get; init; }

    [Description("Something else lies in its folder that was not taken, so this content is still needed after a restart.")]
    public bool IsHeld { get; init; }

    [Description("The update that waits.")]
    public WaitingContent? Waiting { get; init; }
}

/// <summary>An update in its cool-down.</summary>
internal sealed record WaitingContent
{
    [Description("What waits.")]
    public required string Content { get; init; }

    [Description("How long it has waited, in seconds.")]
    [Range(0, int.MaxValue)]
    public required int WaitedSeconds { get; init; }

    [Description("When that was written (ISO 8601).")]
    public required string AsOf { get; init; }
}
