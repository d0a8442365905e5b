using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Tests.Signaling;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Catalog;

/// <summary>The whole host on a real port, watching a real folder by the real clock.</summary>
public sealed class PluginCatalogTests : IDisposable
{

    private readonly PluginFolder _folder = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pluginroom-data-");

    public void Dispose()
    {
        _folder.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_folder_dropped_in_while_the_host_runs_is_found_changed_and_removed()
    {
        await using var app = await Start();
        var catalog = app.Services.GetRequiredService<PluginCatalog>();

        var installed = await After<CatalogChange.Installed>(catalog, () => _folder.Drop("Minutes"));
        Assert.Equal(installed.Plugin, catalog.Find("org.example.minutes"));

        var replaced = await After<CatalogChange.Installed>(catalog, () => _folder.Drop("Minutes", json => json["version"] = "2.0.0"));
        Assert.Equal(("2.0.0", "1.4.0"), (replaced.Plugin.Manifest.Version, replaced.Replaces!.Manifest.Version));

        await After<CatalogChange.Removed>(catalog, () => Directory.Delete(_folder.PathOf("Minutes"), recursive: true));
        Assert.Null(catalog.Find("org.example.minutes"));
    }

    [Fact]
    public async Task A_host_that_listens_knows_the_plugins_that_lay_there_already()
    {
        _folder.Drop("Minutes");
        _folder.Write("Broken/plugin.json", "{]");
        await using var app = await Start();

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var response = await client.GetAsync("/api/plugins", TestContext.Current.CancellationToken);
        var plugins = (await response.Content.ReadFromJsonAsync<JsonArray>(TestContext.Current.CancellationToken))!;

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(("Broken", "broken", null), ((string)plugins[0]!["folder"]!, (string)plugins[0]!["state"]!, (string?)plugins[0]!["id"]));
        Assert.Equal("", (string)plugins[0]!["errors"]![0]!["pointer"]!);
        Assert.Contains("not valid JSON", (string)plugins[0]!["errors"]![0]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(
            ("org.example.minutes", "Minutes", "1.4.0", "ready", 0),
            ((string)plugins[1]!["id"]!, (string)plugins[1]!["name"]!, (string)plugins[1]!["version"]!, (string)plugins[1]!["state"]!, plugins[1]!["errors"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_listener_that_throws_does_not_stop_the_catalog()
    {
        await using var app = await Start();
        var catalog = app.Services.GetRequiredService<PluginCatalog>();
        catalog.Changed += _ => throw new InvalidOperationException("A listener's own fault.");

        await After<CatalogChange.Installed>(catalog, () => _folder.Drop("Minutes"));
        await After<CatalogChange.Removed>(catalog, () => Directory.Delete(_folder.PathOf("Minutes"), recursive: true));
    }

    private async Task<WebApplication> Start()
    {
        var app = Program.Build(new HostSettings(IPAddress.Loopback, 0, _folder.Root, _data.FullName, _data.FullName, "none"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<T> After<T>(PluginCatalog catalog, Action act)
        where T : CatalogChange
    {
        var seen = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        catalog.Changed += Listen;
        try
        {
            act();
            return await seen.Task.WaitAsync(Browser.Deadline, TestContext.Current.CancellationToken);
        }
        finally
        {
            catalog.Changed -= Listen;
        }

        void Listen(CatalogChange change)
        {
            if (change is T wanted)
                seen.TrySetResult(wanted);
        }
    }
}
