using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Page;

public sealed class FirstLoadTests(Chromium chromium) : HostedTest(chromium)
{
    private const string Transferred = """
        () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .reduce((sum, each) => sum + each.encodedBodySize, 0)
        """;

    private const string FirstRemoteFrame = """
        () => new Promise((resolve) => {
          const look = () => {
            const video = document.querySelector("video[aria-label='Video of Anna']");
            if (!video) return void requestAnimationFrame(look);
            video.requestVideoFrameCallback(() => resolve(performance.now() - window.pressedAt));
          };
          look();
        })
        """;

    [Fact]
    public async Task The_page_before_the_call_is_small_and_the_first_picture_comes_soon()
    {
        var anna = await Join("Anna");
        var ben = await Open("Ben");
        await ben.Visit(Room);
        await ben.NameBox.FillAsync("Ben");
        var bytes = await ben.Page.EvaluateAsync<int>(Transferred);

        await ben.Page.EvaluateAsync("() => addEventListener('click', () => { window.pressedAt ??= performance.now(); }, true)");
        await ben.Press("Join");
        var milliseconds = await Deadline.Within(ben.Page.EvaluateAsync<double>(FirstRemoteFrame), () => "Ben saw nothing of Anna.");
        var whole = await ben.Page.EvaluateAsync<int>(Transferred);
        await ben.Sees(anna);

        TestContext.Current.TestOutputHelper!.WriteLine($"First load {bytes / 1000.0:F1} kB compressed, with the call {whole / 1000.0:F1} kB.");
        TestContext.Current.TestOutputHelper!.WriteLine($"From pressing Join to the first remote frame {milliseconds:F0} ms.");
        Assert.InRange(bytes, 1, 80_000);
    }
}
