using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Calls;

public sealed class ControlsTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task Others_see_who_is_muted_and_hear_nothing_of_them()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);

        await anna.Press("Mute");
        await ben.Tile(anna).GetByText("Muted:").WaitForAsync();
        await ben.HearsNothing();
        await anna.Press("Unmute");
        await ben.Tile(anna).GetByText("Muted:").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task A_camera_that_is_turned_off_sends_no_picture_and_comes_back()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await ben.Sees(anna);

        await anna.Press("Turn camera off");
        await ben.GetsNoPicture();
        await anna.Press("Turn camera on");
        await ben.Sees(anna);
    }

    [Fact]
    public async Task A_shared_screen_is_seen_by_the_others_until_it_ends()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        var chloe = await Join("Chloë");

        await anna.Press("Share screen");
        await ben.SeesMotion(ben.ScreenOf(anna), "on Anna's screen");
        await chloe.SeesMotion(chloe.ScreenOf(anna), "on Anna's screen");

        await anna.Press("Stop sharing");
        await ben.ScreenOf(anna).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await ben.Sees(anna);
    }
}
