namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>What the build must have made before a browser can be sent anywhere. What is missing is said in one sentence.</summary>
internal static class Prerequisites
{
    // artifacts/bin/EndToEnd.Tests/<configuration>/
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));

    public static string Artifacts => Path.Combine(Root, "artifacts");

    public static string Host => Present(
        Path.Combine(Artifacts, "bin/Host", Configuration, "PluginRoom.Host"), "The host is not built", "dotnet build PluginRoom.sln");

    public static string Worker => Present(
        Path.Combine(Artifacts, "bin/Worker", Configuration, "PluginRoom.Worker.dll"), "The worker is not built", "dotnet build PluginRoom.sln");

    public static string Web => Present(Path.Combine(Root, "web/dist"), "The page is not built", "npm ci && npm run build, in web/");

    public static string Chromium => Present("/usr/bin/chromium", "Chromium is not installed", "apt-get install chromium");

    public static string Firefox => Present("/usr/bin/firefox-esr", "Firefox ESR is not installed", "apt-get install firefox-esr");

    public static string FfmpegFolder => Path.GetDirectoryName(Present("/usr/bin/ffprobe", "ffprobe is not installed", "apt-get install ffmpeg"))!;

    public static string BundledPlugin(string name) => Present(
        Path.Combine(Artifacts, "plugins", name), $"The bundled plugin {name} is not built", "./test");

    public static string TestPlugin(string name) => Present(
        Path.Combine(Artifacts, "test-plugins", name), $"The test plugin {name} is not built", "./test");

    /// <summary>A bundled plugin in JavaScript: its folder, as it stands.</summary>
    public static string ScriptPlugin(string name) => Path.Combine(Root, "plugins", name);

    /// <summary>A plugin of frames alone, which needs no build.</summary>
    public static string FramePlugin(string name) => Path.Combine(Root, "tests/TestPlugins/Frames", name);

    private static string Present(string path, string missing, string remedy) =>
        Path.Exists(path) ? path : throw new InvalidOperationException($"{missing} ({path}): run `{remedy}`, or ./test, which does all of it.");
}
