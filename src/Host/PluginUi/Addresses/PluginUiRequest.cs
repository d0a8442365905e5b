using System.Text.RegularExpressions;

namespace PluginRoom.Host.PluginUi.Addresses;

/// <summary>The parts of a path below <c>/plugins/</c>.</summary>
/// <param name="Kind">What the path is of.</param>
/// <param name="File">Path in the UI folder; empty when the policy text is meant.</param>
public sealed partial record PluginUiRequest(string PluginId, string Key, PluginUiKind Kind, string File)
{
    [GeneratedRegex(@"^/plugins/(?<id>[A-Za-z0-9][A-Za-z0-9.-]{0,127})/(?<key>[0-9a-f]{32})/(?:privacy|(?<kind>ui|worker|picture)/(?<file>.*))\z", RegexOptions.Singleline)]
    private static partial Regex Shape { get; }

    public static PluginUiRequest? Parse(string? path) =>
        Shape.Match(path ?? "") is { Success: true } match
            ? new(match.Groups["id"].Value, match.Groups["key"].Value, KindOf(match.Groups["kind"].Value), match.Groups["file"].Value)
            : null;

    private static PluginUiKind KindOf(string folder) => folder switch
    {
        "ui" => PluginUiKind.File,
        "worker" => PluginUiKind.WorkerPage,
        "picture" => PluginUiKind.PicturePage,
        _ => PluginUiKind.Policy,
    };
}

/// <summary>What can be asked for below a plugin's address.</summary>
public enum PluginUiKind
{
    /// <summary>The publisher's privacy policy.</summary>
    Policy,

    /// <summary>A file of the UI folder.</summary>
    File,

    /// <summary>The page that the host makes for a script that runs as a worker.</summary>
    WorkerPage,

    /// <summary>The page that the host makes around a script that changes pictures.</summary>
    PicturePage,
}
