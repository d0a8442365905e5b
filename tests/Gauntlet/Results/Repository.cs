namespace PluginRoom.Gauntlet.Results;

/// <summary>Where the build put what the gauntlet runs against. What is missing is said in one sentence.</summary>
internal static class Repository
{
    // artifacts/bin/Gauntlet/<configuration>/
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));

    public static string Artifacts => Path.Combine(Root, "artifacts");

    public static string Host => Present(Path.Combine(Artifacts, "bin/Host", Configuration, "PluginRoom.Host"), "The host is not built");

    public static string Worker => Present(Path.Combine(Artifacts, "bin/Worker", Configuration, "PluginRoom.Worker.dll"), "The worker is not built");

    public static string Web => Present(Path.Combine(Root, "web/dist"), "The page is not built");

    public static string Present(string path, string missing) =>
        Path.Exists(path) ? path : throw new InvalidOperationException($"{missing} ({path}): run ./test, which makes or installs what it needs.");
}
