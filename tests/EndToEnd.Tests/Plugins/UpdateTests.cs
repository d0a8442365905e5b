using System.Diagnostics;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

/// <summary>Another version of a plugin that people use, and the operator's kill switch.</summary>
public sealed class UpdateTests(Chromium chromium) : HostedTest(chromium)
{
    [Theory]
    [InlineData(1440, 900, "desktop")]
    [InlineData(390, 844, "phone")]
    public async Task An_update_shows_what_it_changes_and_waits_for_the_answer_of_whoever_had_allowed_something(int width, int height, string size)
    {
        await TakeOwnHost();
        var folder = Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Open("Anna", options: new() { ViewportSize = new() { Width = width, Height = height } });
        await anna.Join(Room);
        await anna.OpenPlugins();
        await anna.Add("Echo");
        await anna.Card("Echo").GetByText("Unsigned: nobody vouches for its files.").WaitForAsync();
        await anna.Allow("Echo");

        HostProcess.EditManifest(
            folder,
            ("\"1.0.0\"", "\"1.1.0\""),
            ("\"Repeats what is said\"", "\"Repeats what was said, for longer\""),
            ("\"content.chat\", \"to\": \"room\", \"purpose\": \"functionality\", \"retention\": \"none\"", "\"content.chat\", \"to\": \"room\", \"purpose\": \"analytics\", \"retention\": \"room\""),
            ("{ \"name\": \"ui.notification\", \"reason\": \"Repeats it as a notice\" }", "{ \"name\": \"speaking.read\", \"reason\": \"Repeats who spoke\" }"),
            ("{ \"data\": \"behaviour.presence\", \"to\": \"ui\"", "{ \"data\": \"behaviour.speaking\", \"to\": \"ui\", \"purpose\": \"functionality\", \"retention\": \"none\" },\n    { \"data\": \"behaviour.presence\", \"to\": \"ui\""));

        await anna.Page.GetByText("An update of Echo would change what you decided on. Until you answer, 1.0.0 runs on.").WaitForAsync();
        await anna.Picture($"update-notice-{size}");
        await anna.Press("See what changes in Echo");
        var update = anna.Page.GetByRole(AriaRole.Region, new() { Name = "Version 1.1.0 waits" });
        await update.GetByText("1 person has still to answer.").WaitForAsync();
        Assert.Equal(0, await update.Locator("[aria-pressed=true]").CountAsync());
        await anna.Picture($"update-{size}");
        Assert.Equal("sent", await anna.Order("Echo", "1.0.0 works on"));

        var questions = update.GetByRole(AriaRole.Group);
        Assert.Equal(2, await questions.CountAsync());
        await questions.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await update.GetByRole(AriaRole.Button, new() { Name = "Or one by one: 1 to choose" }).WaitForAsync();
        await questions.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Refuse" }).ClickAsync();
        await anna.Picture($"update-answered-{size}");
        await update.GetByRole(AriaRole.Button, new() { Name = "Send my answer" }).ClickAsync();

        await anna.Card("Echo").GetByText("1.1.0").WaitForAsync();
        await update.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await anna.Standing("Echo", "Allowed in part");
    }

    [Fact]
    public async Task A_blocked_plugin_ends_in_the_room_with_its_reason_and_cannot_be_added_until_it_is_unblocked()
    {
        await TakeOwnHost();
        Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Echo");

        await Operator("block", "test.pluginroom.echo", "--reason", "It repeats too much.");

        await anna.Page.GetByText("Echo is not in the room any more. Whoever runs this host has blocked this plugin: It repeats too much.").WaitForAsync();
        await anna.Page.GetByText("Blocked by whoever runs this host: It repeats too much.").WaitForAsync();
        Assert.Equal(0, await anna.Button("Add Echo to room").CountAsync());
        await anna.Picture("blocked-desktop");
        await anna.Page.SetViewportSizeAsync(390, 844);
        await anna.Picture("blocked-phone");

        await Operator("unblock", "test.pluginroom.echo");
        await anna.Button("Add Echo to room").WaitForAsync();
    }

    private async Task Operator(params string[] words)
    {
        var start = new ProcessStartInfo(Prerequisites.Host) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var word in words.Concat(["--data", Host.DataFolder]))
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
