namespace PluginRoom.Host.Rooms.Plugins.Handing;

/// <summary>
/// The kinds of files that a plugin can ask for. A closed list: what a plugin asks is shown to a person without regard to what its process
/// knows, so nothing in it may be the process's own words.
/// </summary>
internal static class FileKinds
{
    public static IReadOnlyList<string> All { get; } =
        ["image", "audio", "video", "text", "table", "document", "presentation", "calendar", "data", "archive"];

    public static bool AreKnown(IReadOnlyList<string> kinds) =>
        kinds.Count <= All.Count && kinds.All(All.Contains) && kinds.Distinct().Count() == kinds.Count;
}
