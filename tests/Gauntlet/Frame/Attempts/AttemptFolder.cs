using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.Gauntlet.Frame.Attempts;

/// <summary>All attempts of the repository.</summary>
internal static class AttemptFolder
{
    private static readonly string[] Extensions = [".js", ".html", ".css"];

    private static string Only => Environment.GetEnvironmentVariable("PLUGINROOM_GAUNTLET_ONLY") ?? "";

    public static string Root => Path.Combine(Prerequisites.Root, "tests/Gauntlet/Frame/attempts");

    /// <summary>All that make sense there, or those of them whose path contains what PLUGINROOM_GAUNTLET_ONLY says: for work on one of them.</summary>
    public static IReadOnlyList<FrameAttempt> Read(AttemptPlace where) =>
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file)) && file.Contains(Only, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(FrameAttempt.Read)
            .Where(attempt => attempt.Where.HasFlag(where))];
}
