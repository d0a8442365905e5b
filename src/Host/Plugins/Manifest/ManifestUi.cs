using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>One frame of the plugin.</summary>
public sealed record ManifestUi
{
    [Description("Where the frame is shown. Needs the capability ui.<slot>.")]
    public required UiSlot Slot { get; init; }

    [Description("What people see as the frame's title.")]
    [StringLength(60, MinimumLength = 1)]
    public required string Title { get; init; }

    [Description("The page that the frame loads.")]
    [StringLength(200, MinimumLength = 1)]
    [FileInFolder]
    public required string Entry { get; init; }
}

public enum UiSlot
{
    Panel,
    Stage,
    Toolbar,
    Overlay,
}

public static class UiSlots
{
    public static IReadOnlyList<string> All { get; } = ["panel", "stage", "toolbar", "overlay"];

    public static string Name(this UiSlot slot) => All[(int)slot];

    public static Capability Capability(this UiSlot slot) => slot switch
    {
        UiSlot.Panel => Vocabulary.Capability.UiPanel,
        UiSlot.Stage => Vocabulary.Capability.UiStage,
        UiSlot.Toolbar => Vocabulary.Capability.UiToolbar,
        UiSlot.Overlay => Vocabulary.Capability.UiOverlay,
        _ => throw new ArgumentOutOfRangeException(nameof(slot)),
    };
}
