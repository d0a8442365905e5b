using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

/// <summary>A host whose operator lets updates lie for three days, and knows one publisher.</summary>
public sealed class CoolDownTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task An_update_that_is_not_taken_yet_is_listed_with_the_moment_from_which_on_it_will_be()
    {
        var policy = Path.GetTempFileName();
        await File.WriteAllTextAsync(policy, """{ "coolDown": "P3D" }""", TestContext.Current.CancellationToken);
        await TakeOwnHost(("PLUGINROOM_TRUST_POLICY", policy));
        var folder = Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Echo");

        HostProcess.EditManifest(folder, ("\"1.0.0\"", "\"1.0.1\""));

        var words = anna.Page.GetByText("Version 1.0.1 lies here and is not used yet: this host waits with updates until");
        await words.WaitForAsync();
        var until = DateTimeOffset.Parse((await words.Locator("time").GetAttributeAsync("datetime"))!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(until - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(71), TimeSpan.FromHours(72));
        await words.ScrollIntoViewIfNeededAsync();
        await anna.Picture("cool-down-desktop");
        await anna.Page.SetViewportSizeAsync(390, 844);
        await words.ScrollIntoViewIfNeededAsync();
        await anna.Picture("cool-down-phone");
        await anna.Card("Echo").GetByText("1.0.0").WaitForAsync();
        File.Delete(policy);
    }
}
