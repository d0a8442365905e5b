using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

public sealed class DroppedInTests(Chromium chromium) : HostedTest(chromium)
{
    private static readonly LocatorWaitForOptions Gone = new() { State = WaitForSelectorState.Detached };

    [Fact]
    public async Task A_folder_dropped_in_while_people_talk_becomes_a_plugin_that_they_can_use()
    {
        await TakeOwnHost();
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await anna.OpenPlugins();
        await anna.Page.EvaluateAsync("() => window.sameDocument = true");

        Host.Drop(Prerequisites.TestPlugin("Echo"));
        await anna.Add("Echo");
        await ben.Page.GetByText("Anna added Echo. It gets nothing from you unless you allow it.").WaitForAsync();
        await anna.Allow("Echo");

        Assert.Equal("sent", await anna.Order("Echo", "Is anybody there?"));
        await anna.Line("Echo", "Is anybody there?").WaitForAsync();
        Assert.True(await anna.Page.EvaluateAsync<bool>("() => window.sameDocument"));
        await anna.Sees(ben);
    }

    [Fact]
    public async Task A_deleted_folder_takes_its_plugin_out_of_the_room()
    {
        await TakeOwnHost();
        var folder = Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Echo");
        await anna.Window("Echo").GetByText("ready").WaitForAsync();

        Directory.Delete(folder, recursive: true);

        await anna.Card("Echo").WaitForAsync(Gone);
        await anna.Button("Add Echo to room").WaitForAsync(Gone);
        await anna.Page.Locator("iframe").WaitForAsync(Gone);
    }

    [Fact]
    public async Task A_broken_folder_is_listed_with_all_its_errors_and_disturbs_no_other()
    {
        await TakeOwnHost();
        Host.Drop(Prerequisites.TestPlugin("Greedy"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Button("Add Greedy to room").WaitForAsync();

        var folder = Host.Drop(Prerequisites.TestPlugin("Echo"), "broken");
        HostProcess.EditManifest(folder, ("\"1.0.0\"", "\"one\""), ("chat.send", "chat.steal"), ("\"name\": \"Echo\"", "\"nom\": \"Echo\""));

        var summary = anna.Page.GetByText("Cannot be used:");
        await summary.ClickAsync();
        foreach (var pointer in new[] { "/version", "/nom", "/capabilities/6" })
            await anna.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = pointer }).First.WaitForAsync();
        await anna.Add("Greedy");
        var (states, errors) = await ReadCatalog();
        Assert.Equal(["broken", "ready"], states.Order());
        Assert.All(["/version", "/nom", "/capabilities/6"], pointer => Assert.Contains(errors, error => error.Contains(pointer, StringComparison.Ordinal)));
        await Host.Log.Line("/capabilities/6");
    }

    [Fact]
    public async Task A_changed_folder_is_loaded_again()
    {
        await TakeOwnHost();
        var folder = Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Echo");
        await anna.Card("Echo").GetByText("1.0.0").WaitForAsync();

        HostProcess.EditManifest(folder, ("\"1.0.0\"", "\"1.1.0\""));

        await anna.Card("Echo").GetByText("1.1.0").WaitForAsync();
        await anna.Allow("Echo");
        Assert.Equal("sent", await anna.Order("Echo", "Still there?"));
        await anna.Line("Echo", "Still there?").WaitForAsync();
    }

    private async Task<(string[] States, string[] Errors)> ReadCatalog()
    {
        using var client = new HttpClient { BaseAddress = Host.Address };
        var plugins = await client.GetFromJsonAsync<JsonElement[]>(new Uri("/api/plugins", UriKind.Relative));
        return (
            [.. plugins!.Select(plugin => plugin.GetProperty("state").GetString()!)],
            [.. plugins!.SelectMany(plugin => plugin.GetProperty("errors").EnumerateArray()).Select(error => error.ToString())]);
    }
}
