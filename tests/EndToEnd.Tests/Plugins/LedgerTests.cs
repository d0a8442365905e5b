using System.Diagnostics;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

/// <summary>Who sees what: what stands there is what happened, and can be checked by whoever saves it.</summary>
public sealed class LedgerTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task What_a_plugin_got_stands_there_and_a_saved_copy_can_be_checked()
    {
        Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await anna.OpenPlugins();
        await anna.Add("Echo");
        await anna.Allow("Echo");
        Assert.Equal("sent", await anna.Order("Echo", "between us"));
        await anna.Line("Echo", "between us").WaitForAsync();

        // Ben comes to it late, and checks it from where the room began.
        await ben.OpenPlugins();
        await ben.ShowLedger("Echo");
        await ben.Page.GetByText("from the room's first on, none changed or missing").WaitForAsync();
        await ben.Ledger("Echo").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "What they do in its window" }).First.WaitForAsync();
        await ben.Ledger("Echo").GetByText("Nothing from you").WaitForAsync();
        await anna.ShowLedger("Echo");
        await anna.Ledger("Echo").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "What you do in its window" }).First.WaitForAsync();
        await anna.Ledger("Echo").GetByRole(AriaRole.Img, new() { NameRegex = new("^In the last 10 minutes let through .* times; the latest ") }).WaitForAsync();

        var (annas, bens) = (await Save(anna), await Save(ben));
        var (exit, output) = await Verify(annas, bens);
        Assert.Equal(0, exit);
        Assert.Contains("They are of the same record", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"capability\": \"ui.panel\"", await File.ReadAllTextAsync(bens, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var text = await File.ReadAllTextAsync(annas, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(annas, text.Replace("\"capability\": \"ui.panel\"", "\"capability\": \"ui.stage\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (exit, output) = await Verify(annas);
        Assert.Equal(1, exit);
        Assert.Contains("was changed: it is not what the room wrote down", output, StringComparison.Ordinal);
    }

    private static async Task<string> Save(Person person)
    {
        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.Press("Save my entries as JSON"));
        return await download.PathAsync();
    }

    private static async Task<(int Exit, string Output)> Verify(params string[] files)
    {
        using var process = Process.Start(new ProcessStartInfo(Prerequisites.Host, ["verify-ledger", .. files]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
