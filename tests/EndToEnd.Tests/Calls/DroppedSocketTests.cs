using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Calls;

public sealed class DroppedSocketTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task A_dropped_socket_comes_back_without_tearing_the_media_down()
    {
        await using var line = LoopbackLine.To(Host.Address);
        var anna = await Join("Anna", address: line.Address);
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        anna.Watch.Expect("/hubs/room");
        await anna.Page.EvaluateAsync("() => window.before = window.peers[0]");

        line.Cut();
        var notice = anna.Page.GetByText("Reconnecting… The call itself goes on");
        await notice.WaitForAsync();
        await anna.Sees(ben);
        await ben.Sees(anna);
        line.Mend();
        await notice.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // Only the host can tell Anna of somebody new, so seeing Chloë means that Anna is back in the room.
        var chloe = await Join("Chloë");
        await anna.Sees(chloe);
        await anna.Sees(ben);
        Assert.Equal("connected", await anna.Page.EvaluateAsync<string>("() => window.before === window.peers[0] && window.before.connectionState"));
        Assert.Equal(2, await anna.Page.EvaluateAsync<int>("() => window.peers.length"));
    }
}
