using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>Something that other plugins in the room may call this one for.</summary>
public sealed record ManifestCallable
{
    [Description("What others call it by.")]
    [StringLength(64)]
    [RegularExpression("^[a-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$", ErrorMessage = "must be letters and digits in parts, such as votes.count")]
    public required string Method { get; init; }

    [Description("What it is for, for those who write other plugins and those who read what this one does.")]
    [StringLength(200, MinimumLength = 1)]
    public required string Reason { get; init; }
}
