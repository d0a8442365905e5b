using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>A named data channel from frame to frame; it never passes the host.</summary>
public sealed record ManifestChannel
{
    [Description("What the frame opens it by.")]
    [StringLength(32)]
    [RegularExpression("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", ErrorMessage = "must be lower case letters, digits and single hyphens, such as strokes")]
    public required string Name { get; init; }

    [Description("In order and without loss; false: latest wins, nothing is sent twice.")]
    public bool Ordered { get; init; } = true;

    [Description("Largest message in bytes.")]
    [Range(1, 262144)]
    public int MaxMessageBytes { get; init; } = 65536;

    [Description("Most messages that one person's frame sends in a second.")]
    [Range(1, 240)]
    public int MaxMessagesPerSecond { get; init; } = 120;
}
