using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Calls;

public sealed class DevicesTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task Whoever_refuses_the_camera_is_told_and_joins_without()
    {
        var anna = await Join("Anna");
        var ben = await Open("Ben", await Chromium.Refusing());
        await ben.Visit(Room);
        await ben.Page.GetByText("may not use the camera").First.WaitForAsync();

        await ben.PressJoin();

        await ben.Sees(anna);
        await ben.Hears(1);
        await anna.Tile(ben).WaitForAsync();
    }

    [Fact]
    public async Task Whoever_has_no_camera_is_told_and_joins_without()
    {
        var anna = await Join("Anna");
        var ben = await Open("Ben", await Chromium.WithoutDevices());
        await ben.Visit(Room);
        await ben.Page.GetByText("No camera was found").First.WaitForAsync();

        await ben.PressJoin();

        await ben.Sees(anna);
        await anna.Tile(ben).WaitForAsync();
    }
}
