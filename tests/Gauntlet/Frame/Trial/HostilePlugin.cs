using PluginRoom.EndToEnd.Tests.Fixtures;
using PluginRoom.Gauntlet.Frame.Attempts;
using PluginRoom.Host.PluginUi.Markup;

namespace PluginRoom.Gauntlet.Frame.Trial;

/// <summary>A plugin made of attempts, in a host that runs as an operator runs it.</summary>
internal sealed class HostilePlugin : IAsyncDisposable
{
    public const string FrameTitle = "Attempts";

    /// <summary>Where a file of this name is brought, it is the plugin's overlay.</summary>
    public const string OverlayScript = "overlay.js";

    /// <summary>Where a file of this name is brought, it changes pictures.</summary>
    public const string PictureScript = "pictures.js";

    private readonly HostProcess _host;

    private HostilePlugin(HostProcess host) => _host = host;

    public Uri Address => _host.Address;

    /// <summary>The pages that the host refuses at install time, with its first reason.</summary>
    public Dictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

    /// <param name="files">Further files of the author's; one may take the place of the first page.</param>
    public static async Task<HostilePlugin> Start(IReadOnlyList<ArmedAttempt> attempts, string secret, params (string Name, string Content)[] files)
    {
        var host = await HostProcess.Start();
        var plugin = new HostilePlugin(host);
        try
        {
            var folder = plugin.Write(attempts, secret, files);
            await plugin.Install(folder);
            plugin.PutRefusedPagesBehindTheCheck(attempts);
            return plugin;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private DirectoryInfo Write(IReadOnlyList<ArmedAttempt> attempts, string secret, (string Name, string Content)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("pluginroom-attempts-");
        var ui = folder.CreateSubdirectory("ui").FullName;
        foreach (var (name, content) in files.Prepend((FrameTrial.Bystander, "<!doctype html><html lang=\"en\"><head><title>Attempts</title></head><body>ready</body></html>")))
            File.WriteAllText(Path.Combine(ui, name), content);
        foreach (var attempt in attempts)
        {
            attempt.WriteTo(ui);
            if (UiDocument.Read(attempt.Page, File.ReadAllBytes(Path.Combine(ui, attempt.Page))).Findings is [var finding, ..])
                Refused[attempt.Page] = finding.Problem;
        }

        foreach (var page in Refused.Keys)
            File.Delete(Path.Combine(ui, page));
        File.WriteAllText(Path.Combine(folder.FullName, "PRIVACY.md"), "# Privacy\n\nA plugin for the project's own tests.\n");
        File.WriteAllText(Path.Combine(folder.FullName, "plugin.json"), Manifest(secret, [.. files.Select(file => file.Name)]));
        return folder;
    }

    private async Task Install(DirectoryInfo folder)
    {
        _host.Drop(folder.FullName, "Attempts");
        folder.Delete(recursive: true);
        using var client = new HttpClient { BaseAddress = Address };
        using var deadline = new CancellationTokenSource(Deadline.Span);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        string listed;
        do
            listed = await client.GetStringAsync(new Uri("/api/plugins", UriKind.Relative), deadline.Token);
        while (!listed.Contains("\"ready\"", StringComparison.Ordinal) && !listed.Contains("\"broken\"", StringComparison.Ordinal) && await pace.WaitForNextTickAsync(deadline.Token));
        Assert.DoesNotContain("\"broken\"", listed, StringComparison.Ordinal);
    }

    // What the check would stop is tried as well, as if the check had missed it: the host must not serve it either.
    private void PutRefusedPagesBehindTheCheck(IReadOnlyList<ArmedAttempt> attempts)
    {
        var ui = Directory.EnumerateDirectories(_host.DataFolder, "ui", SearchOption.AllDirectories).Single();
        foreach (var attempt in attempts.Where(attempt => Refused.ContainsKey(attempt.Page)))
            attempt.WriteTo(ui);
    }

    private static string Manifest(string secret, string[] files)
    {
        var hasSurfaces = files.Contains(OverlayScript);
        var ui = !hasSurfaces ? "" : $$"""
            , { "slot": "toolbar", "title": "Controls", "entry": "ui/index.html" },
            { "slot": "overlay", "title": "Over the pictures", "entry": "ui/{{OverlayScript}}", "mode": "worker" },
            { "slot": "transform", "title": "Changes pictures", "entry": "ui/{{PictureScript}}", "mode": "worker" }
            """;
        var capabilities = !hasSurfaces ? "" : """
            , { "name": "ui.toolbar", "reason": "Shows more" }, { "name": "ui.overlay", "reason": "Shows all" }, { "name": "media.local.transform", "reason": "Sees all" }
            """;
        return Manifest(secret, ui, capabilities);
    }

    private static string Manifest(string secret, string ui, string capabilities) => $$"""
        {
          "manifestVersion": 1,
          "id": "test.pluginroom.attempts",
          "name": "Attempts {{secret}}",
          "version": "1.0.0",
          "engines": { "pluginroom": "^1.0" },
          "publisher": { "name": "PluginRoom tests", "contact": "tests@example.org", "privacyPolicy": "PRIVACY.md" },
          "ui": [ { "slot": "panel", "title": "{{FrameTitle}}", "entry": "ui/index.html" }{{ui}} ],
          "capabilities": [ { "name": "ui.panel", "reason": "Shows itself" }{{capabilities}} ],
          "dataFlows": [ { "data": "plugin.input", "to": "ui", "purpose": "functionality", "retention": "none" } ]
        }
        """;
}
