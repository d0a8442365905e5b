using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>
/// A checked plugin.json. The attributes are the rules for each value by itself: the reader enforces them and
/// plugin-manifest.schema.json is generated from them. Rules between values are in <c>Rules/</c>.
/// </summary>
public sealed record PluginManifest
{
    [Description("Path or address of this schema, for editors; the host does not read it.")]
    [StringLength(200)]
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("Version of this file format.")]
    [Range(1, 1)]
    public required int ManifestVersion { get; init; }

    [Description("Names the plugin for good: a domain of yours in reverse, lower case.")]
    [StringLength(100, MinimumLength = 3)]
    [RegularExpression(
        "^[a-z][a-z0-9]*(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)+$",
        ErrorMessage = "must be a reversed domain name in lower case, such as org.example.minutes")]
    public required string Id { get; init; }

    [Description("What people see.")]
    [StringLength(60, MinimumLength = 1)]
    [RegularExpression(TextForPeople.NamePattern, ErrorMessage = TextForPeople.NameRule)]
    public required string Name { get; init; }

    [Description("One sentence for the list of plugins.")]
    [StringLength(200, MinimumLength = 1)]
    public string? Summary { get; init; }

    [Description("Version of the plugin (Semantic Versioning 2.0.0).")]
    [StringLength(64)]
    [RegularExpression(
        @"^(0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})(-[0-9A-Za-z-]+([.][0-9A-Za-z-]+)*)?([+][0-9A-Za-z-]+([.][0-9A-Za-z-]+)*)?$",
        ErrorMessage = "must be a version of three numbers, such as 1.4.0 (Semantic Versioning)")]
    public required string Version { get; init; }

    [Description("What the plugin needs to run.")]
    public required ManifestEngines Engines { get; init; }

    [Description("Who answers for the plugin.")]
    public required ManifestPublisher Publisher { get; init; }

    [Description("The server side, one sandboxed process for each room. A plugin without one is UI only.")]
    public ManifestServer? Server { get; init; }

    [Description("The frames that people see.")]
    [MaxLength(8)]
    public IReadOnlyList<ManifestUi> Ui { get; init; } = [];

    [Description("Everything that the plugin may do. What is not listed is refused.")]
    [MaxLength(40)]
    public IReadOnlyList<ManifestCapability> Capabilities { get; init; } = [];

    [Description("Named channels between the participants' copies of the plugin's UI. Needs channel.open.")]
    [MaxLength(16)]
    public IReadOnlyList<ManifestChannel> Channels { get; init; } = [];

    [Description("What other plugins in the room may call this one for. Whatever they have received comes with their calls; see docs/manifest.md.")]
    [MaxLength(16)]
    public IReadOnlyList<ManifestCallable> Callable { get; init; } = [];

    [Description("Destinations outside the room. Needs net.fetch.")]
    [MaxLength(16)]
    public IReadOnlyList<ManifestSink> Sinks { get; init; } = [];

    [Description("Each way that people's data takes. Every person is asked about each.")]
    [MaxLength(Broker.FlowTable.MaxFlows)]
    public IReadOnlyList<ManifestFlow> DataFlows { get; init; } = [];

    [Description("SHA-256 over all files of the folder; see docs/manifest.md.")]
    [RegularExpression(
        "^sha256-[A-Za-z0-9+/]{43}=$",
        ErrorMessage = "must be sha256- and the base64 of a SHA-256 hash; see docs/manifest.md")]
    public string? Integrity { get; init; }
}

public sealed record ManifestEngines
{
    [Description("Range of PluginRoom plugin API versions that the plugin works with, as in npm.")]
    [StringLength(64, MinimumLength = 1)]
    public required string Pluginroom { get; init; }
}
