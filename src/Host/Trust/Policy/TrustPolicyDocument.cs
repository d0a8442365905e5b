using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.Trust.Policy;

/// <summary>The file that <c>--trust-policy</c> names, as it is written.</summary>
internal sealed record TrustPolicyDocument
{
    [Description("Path or address of a schema, for editors.")]
    [StringLength(200)]
    [System.Text.Json.Serialization.JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("Whether plugins that nobody signed are taken.")]
    [RegularExpression("^(allow|refuse)$", ErrorMessage = "must be allow or refuse")]
    public string? Unsigned { get; init; }

    [Description("How long an update lies here before it is taken, such as P3D or PT12H.")]
    [StringLength(30, MinimumLength = 1)]
    public string? CoolDown { get; init; }

    [Description("Whose signature plugins must have.")]
    [MaxLength(500)]
    public IReadOnlyList<PublisherPin> Publishers { get; init; } = [];

    [Description("Plugins that do not run here.")]
    [MaxLength(500)]
    public IReadOnlyList<PluginBlock> Blocked { get; init; } = [];
}

/// <summary>Plugins with this id, or whose id begins so, are taken from these keys only.</summary>
internal sealed record PublisherPin
{
    [Description("A plugin's id, such as org.example.minutes; all that begin so, such as org.example.*; or * for all.")]
    [StringLength(102, MinimumLength = 1)]
    [RegularExpression(
        @"^([*]|[a-z][a-z0-9]*(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)*([.][*])?)$",
        ErrorMessage = "must be a plugin's id, the beginning of one with .* at its end, or *")]
    public required string Plugins { get; init; }

    [Description("Ids of the keys, as pluginroom keygen and verify print them.")]
    [MaxLength(50)]
    public required IReadOnlyList<string> Keys { get; init; }

    [Description("Whom the keys belong to, in words that people in a room see.")]
    [StringLength(100, MinimumLength = 1)]
    [RegularExpression(TextForPeople.NamePattern, ErrorMessage = TextForPeople.NameRule)]
    public string? Name { get; init; }

    /// <summary>How much of an id it states; -1 when it is about other plugins.</summary>
    public int Matches(string id) =>
        Plugins == id ? int.MaxValue
        : Plugins == "*" ? 0
        : Plugins.EndsWith(".*", StringComparison.Ordinal) && id.StartsWith(Plugins[..^1], StringComparison.Ordinal) ? Plugins.Length
        : -1;
}

/// <summary>A plugin that does not run here, whoever signed it.</summary>
internal sealed record PluginBlock
{
    [Description("The plugin's id.")]
    [StringLength(100, MinimumLength = 3)]
    [RegularExpression(IdPattern, ErrorMessage = IdRule)]
    public required string Id { get; init; }

    [Description("Why, in words that people in a room see.")]
    [StringLength(200, MinimumLength = 1)]
    [RegularExpression(TextForPeople.NamePattern, ErrorMessage = TextForPeople.NameRule)]
    public string? Reason { get; init; }

    public const string IdPattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)+$";
    public const string IdRule = "must be a plugin's id, such as org.example.minutes";
}
