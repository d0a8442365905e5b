using System.Text.RegularExpressions;

namespace PluginRoom.Host.PluginUi;

/// <summary>The parts of a path below <c>/plugins/</c>.</summary>
/// <param name="File">Path in the UI folder, or null when the policy text is meant.</param>
public sealed partial record PluginUiRequest(string PluginId, string Key, string? File)
{
    [GeneratedRegex(@"^/plugins/(?<id>[A-Za-z0-9][A-Za-z0-9.-]{0,127})/(?<key>[0-9a-f]{32})/(?:privacy|ui/(?<file>.*))\z", RegexOptions.Singleline)]
    private static partial Regex Shape { get; }

    public static PluginUiRequest? Parse(string? path) =>
        Shape.Match(path ?? "") is { Success: true } match
            ? new(match.Groups["id"].Value, match.Groups["key"].Value, match.Groups["file"] is { Success: true, Value: var file } ? file : null)
            : null;
}
