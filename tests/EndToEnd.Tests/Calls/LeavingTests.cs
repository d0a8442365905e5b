using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Calls;

public sealed class LeavingTests(Chromium chromium) : HostedTest(chromium)
{
    private static readonly LocatorWaitForOptions Gone = new() { State = WaitForSelectorState.Detached };

    [Fact]
    public async Task Whoever_leaves_is_gone_for_the_others_and_can_come_back()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);

        await ben.Press("Leave");
        await anna.VideoOf(ben).WaitForAsync(Gone);
        await ben.Join(Room);
        await Moving.Meet(anna, ben);
    }

    [Fact]
    public async Task A_closed_tab_is_gone_for_the_others()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await anna.Sees(ben);

        await ben.Page.CloseAsync();

        await anna.VideoOf(ben).WaitForAsync(Gone);
    }

    [Fact]
    public async Task A_crashed_tab_is_gone_for_the_others_once_its_seat_is_given_up()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await anna.Sees(ben);

        await ben.CrashTab();

        await anna.VideoOf(ben).WaitForAsync(Gone);
    }

    [Fact]
    public async Task A_reload_takes_the_seat_back()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);

        await ben.Page.ReloadAsync();
        await ben.Button("Leave").WaitForAsync();

        await Moving.Meet(anna, ben);
        Assert.Equal(1, await anna.VideoOf(ben).CountAsync());
    }
}
