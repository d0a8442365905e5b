using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>One thing that the plugin may do.</summary>
public sealed record ManifestCapability
{
    [Description("From the closed list in docs/manifest.md.")]
    public required Capability Name { get; init; }

    [Description("Why, in the author's words; people read it before they decide. Required from medium risk on.")]
    [StringLength(200, MinimumLength = 1)]
    [RegularExpression(TextForPeople.NamePattern, ErrorMessage = TextForPeople.NameRule)]
    public string? Reason { get; init; }

    [Description("The plugin works without it.")]
    public bool Optional { get; init; }
}
