using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Calls;

public sealed class FullRoomTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task A_ninth_person_is_told_that_the_room_is_full()
    {
        // Eight cameras on a small machine would measure the machine; the seats are what this is about.
        var bare = await Chromium.WithoutDevices();
        var seated = new List<Person>();
        for (var i = 1; i <= 8; i++)
            seated.Add(await Join($"Person {i}", bare));

        var ninth = await Open("Ninth", bare);
        await ninth.Visit(Room);
        await ninth.PressJoin();
        await ninth.Page.GetByText("full").First.WaitForAsync();

        Assert.Equal(0, await ninth.Button("Leave").CountAsync());
        await seated[0].Press("Leave");
        await seated[1].VideoOf(seated[0]).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ninth.Join(Room);
    }
}
