using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>The server side.</summary>
public sealed record ManifestServer
{
    [Description("What runs it.")]
    public required ServerRuntime Runtime { get; init; }

    [Description("The assembly with the plugin class, or the script.")]
    [StringLength(200, MinimumLength = 1)]
    [FileInFolder]
    public required string Entry { get; init; }

    [Description("What one process may use.")]
    public ManifestLimits Limits { get; init; } = new();
}
