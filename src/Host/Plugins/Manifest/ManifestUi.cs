using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>One frame of the plugin.</summary>
public sealed record ManifestUi
{
    [Description("Where the frame is shown. Needs the capability ui.<slot>; transform is shown nowhere, changes a person's own camera picture, and needs media.local.transform.")]
    public required UiSlot Slot { get; init; }

    [Description("What people see as the frame's title.")]
    [StringLength(60, MinimumLength = 1)]
    [RegularExpression(TextForPeople.NamePattern, ErrorMessage = TextForPeople.NameRule)]
    public required string Title { get; init; }

    [Description("The page that the frame loads; the script that it runs where the mode is worker.")]
    [StringLength(200, MinimumLength = 1)]
    [FileInFolder]
    public required string Entry { get; init; }

    [Description("What the entry is: page, an .html file with its scripts; or worker, one script that runs without a document (docs/plugin-ui.md).")]
    public UiMode Mode { get; init; }
}

public enum UiSlot
{
    Panel,
    Stage,
    Toolbar,
    Overlay,

    /// <summary>Not shown: pictures go in and come out.</summary>
    Transform,
}

public enum UiMode
{
    Page,
    Worker,
}

public static class UiModes
{
    public static IReadOnlyList<string> All { get; } = ["page", "worker"];

    public static string Name(this UiMode mode) => All[(int)mode];
}

public static class UiSlots
{
    public static IReadOnlyList<string> All { get; } = ["panel", "stage", "toolbar", "overlay", "transform"];

    public static string Name(this UiSlot slot) => All[(int)slot];

    public static Capability Capability(this UiSlot slot) => slot switch
    {
        UiSlot.Panel => Vocabulary.Capability.UiPanel,
        UiSlot.Stage => Vocabulary.Capability.UiStage,
        UiSlot.Toolbar => Vocabulary.Capability.UiToolbar,
        UiSlot.Overlay => Vocabulary.Capability.UiOverlay,
        UiSlot.Transform => Vocabulary.Capability.MediaLocalTransform,
        _ => throw new ArgumentOutOfRangeException(nameof(slot)),
    };
}
