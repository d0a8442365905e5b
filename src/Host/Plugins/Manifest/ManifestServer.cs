using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>The server side.</summary>
public sealed record ManifestServer
{
    [Description("What runs it.")]
    public required ServerRuntime Runtime { get; init; }

    [Description("The assembly with the plugin class.")]
    [StringLength(200, MinimumLength = 1)]
    [FileInFolder]
    public required string Entry { get; init; }

    [Description("What one process may use.")]
    public ManifestLimits Limits { get; init; } = new();
}

public enum ServerRuntime
{
    Dotnet,
}

/// <summary>Limits of one worker process. The host enforces them.</summary>
public sealed record ManifestLimits
{
    [Description("Memory in megabytes.")]
    [Range(32, 512)]
    public int MemoryMb { get; init; } = 96;

    [Description("Share of one processor core.")]
    [Range(1, 100)]
    public int CpuPercent { get; init; } = 25;
}
