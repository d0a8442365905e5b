using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Pictures;

public sealed class FailingScriptTests(Chromium chromium) : PictureTest(chromium)
{
    [Theory]
    [InlineData("throws", true, "it failed")]
    [InlineData("stops", true, "it failed")]
    [InlineData("hangs", true, "it did not answer any more")]
    [InlineData("slow", true, "it was too slow")]
    [InlineData("small", false, "it failed")]
    [InlineData("wrong", false, "it failed")]
    [InlineData("silent", false, "it did not start")]
    public async Task A_script_that_fails_gives_the_camera_back_at_once_and_never_a_black_picture(string script, bool begins, string reason)
    {
        var (anna, ben) = await RedAndWatched(script);
        anna.Watch.Expect("No more pictures.");
        anna.Watch.Expect("is expected back");
        anna.Watch.Expect("Stopped by itself.");
        anna.Watch.Expect("Unexpected end of input");
        await anna.StartChanging();
        if (begins)
            await ben.SeesColour(30, 96, 145);

        await anna.Page.GetByText($"does not change your picture any more: {reason}. The others see your camera as it is.").WaitForAsync();

        await ben.SeesColour(200, 30, 30);
        await ben.Text($"Changed by {script}").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Equal(0, await anna.Page.Locator(".picture-frame").CountAsync());
        Assert.DoesNotContain(await ben.AllSeen(), seen => seen.Take(3).Max() < 60);
        await anna.Press($"Dismiss the word about {script}");
    }
}
