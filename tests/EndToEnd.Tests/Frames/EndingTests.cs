using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>What a window does to be taken away, and that the page goes on meanwhile.</summary>
public sealed class EndingTests(Chromium chromium) : BlankWindowTest(chromium)
{
    // What one event of the browser may cost that has nothing to do with plugins, on a small machine that runs everything at once.
    private const double Smooth = 600;

    [Theory]
    [InlineData("(function again() { for (let count = 0; count < 2000; count++) parent.postMessage('x', '*'); setTimeout(again); })()")]
    [InlineData("setTimeout(() => { for (;;) pluginroom.openLink('https://example.org'); })")]
    [InlineData("setTimeout(() => { const heap = [...Array(300000)].map((_, i) => ({ i })); for (;;) pluginroom.server.send(heap); })")]
    public async Task A_window_that_floods_the_page_is_removed_while_the_page_goes_on(string flood)
    {
        var anna = await Enter();
        var task = await LongestTask.Watch(anna.Page);
        await Do(anna, flood);

        await anna.Text("It was removed, because it sent so much that it would have slowed your call down.").WaitForAsync();
        await IsGone(anna);
        var longest = await task.Milliseconds();
        TestContext.Current.TestOutputHelper!.WriteLine($"longest task of the page: {longest:F0} ms, while the window ran: {flood}");
        Assert.True(longest < Smooth, $"The page stood still for {longest:F0} ms.");
    }

    [Theory]
    [InlineData("setTimeout(() => { for (;;); })")]
    [InlineData("setTimeout(function again() { queueMicrotask(again); })")]
    [InlineData("setTimeout(() => { MessagePort.prototype.postMessage = () => {}; Function.prototype.call = () => {}; Reflect.apply = () => {}; for (;;); })")]
    public async Task A_window_that_hangs_is_removed_while_the_page_goes_on(string hang)
    {
        var anna = await Enter();
        var task = await LongestTask.Watch(anna.Page);
        await Do(anna, hang);

        await anna.Text("It was removed, because it did not answer for five seconds.").WaitForAsync();
        await IsGone(anna);
        var longest = await task.Milliseconds();
        TestContext.Current.TestOutputHelper!.WriteLine($"longest task of the page: {longest:F0} ms, while the window ran: {hang}");
        Assert.True(longest < Smooth, $"The page stood still for {longest:F0} ms.");
        await Starts(anna);
    }

    [Fact]
    public async Task A_window_that_nobody_sees_may_rest()
    {
        var anna = await Enter();
        await anna.Page.EvaluateAsync("() => document.querySelector('iframe').closest('.plugin-stage').style.display = 'none'");
        await Do(anna, "setTimeout(() => { const end = performance.now() + 8000; while (performance.now() < end); document.getElementById('state').textContent = 'rested'; })");

        await anna.Window("Blank").GetByText("rested").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await anna.Page.EvaluateAsync("() => document.querySelector('iframe').closest('.plugin-stage').style.display = ''");
        Assert.Equal("rested", await anna.Window("Blank").Locator("#state").InnerTextAsync());
    }
}
