using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>What a window does to be taken away, and that the page goes on meanwhile.</summary>
public sealed class EndingTests(Chromium chromium) : HostedTest(chromium)
{
    /// <summary>Longest time for which the page did nothing else (W3C Long Tasks), in milliseconds.</summary>
    private const string WatchTasks = """
        () => {
          window.longest = 0;
          new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration); })
            .observe({ type: 'longtask' });
        }
        """;

    // What one event of the browser may cost that has nothing to do with plugins, on a small machine that runs everything at once.
    private const double Smooth = 600;

    [Theory]
    [InlineData("(function again() { for (let count = 0; count < 2000; count++) parent.postMessage('x', '*'); setTimeout(again); })()")]
    [InlineData("setTimeout(() => { for (;;) pluginroom.openLink('https://example.org'); })")]
    [InlineData("setTimeout(() => { const heap = [...Array(300000)].map((_, i) => ({ i })); for (;;) pluginroom.server.send(heap); })")]
    public async Task A_window_that_floods_the_page_is_removed_while_the_page_goes_on(string flood)
    {
        var anna = await Enter();
        await anna.Page.EvaluateAsync(WatchTasks);
        await Do(anna, flood);

        await anna.Text("It was removed, because it sent so much that it would have slowed your call down.").WaitForAsync();
        await IsGone(anna);
        var longest = await anna.Page.EvaluateAsync<double>("() => window.longest");
        TestContext.Current.TestOutputHelper!.WriteLine($"longest task of the page: {longest} ms, while the window ran: {flood}");
        Assert.True(longest < Smooth, $"The page stood still for {longest} ms.");
    }

    [Theory]
    [InlineData("setTimeout(() => { for (;;); })")]
    [InlineData("setTimeout(function again() { queueMicrotask(again); })")]
    [InlineData("setTimeout(() => { MessagePort.prototype.postMessage = () => {}; Function.prototype.call = () => {}; Reflect.apply = () => {}; for (;;); })")]
    public async Task A_window_that_hangs_is_removed_while_the_page_goes_on(string hang)
    {
        var anna = await Enter();
        await anna.Page.EvaluateAsync(WatchTasks);
        await Do(anna, hang);

        await anna.Text("It was removed, because it did not answer for five seconds.").WaitForAsync();
        await IsGone(anna);
        var longest = await anna.Page.EvaluateAsync<double>("() => window.longest");
        TestContext.Current.TestOutputHelper!.WriteLine($"longest task of the page: {longest} ms, while the window ran: {hang}");
        Assert.True(longest < Smooth, $"The page stood still for {longest} ms.");
        await Starts(anna);
    }

    [Theory]
    [InlineData("location.reload()")]
    [InlineData("location.href = 'second.html'")]
    [InlineData("location.replace('https://elsewhere.example/?what-it-knows')")]
    [InlineData("location.href = 'about:blank'")]
    [InlineData("location.href = 'data:text/html,hello'")]
    [InlineData("location.href = URL.createObjectURL(new Blob(['<p>hello'], { type: 'text/html' }))")]
    public async Task A_window_that_leaves_for_another_address_is_removed(string leave)
    {
        var anna = await Enter();
        // The browser says what its policies stopped.
        foreach (var complaint in new[] { "violates the following Content Security Policy", "Content Security Policy directive", "Failed to load resource", "Not allowed to" })
            anna.Watch.Expect(complaint);
        await Do(anna, $"setTimeout(() => {{ {leave} }})");

        await anna.Text("It was removed, because it tried to leave for another address.").WaitForAsync();
        await IsGone(anna);
        Assert.DoesNotContain(anna.Watch.Requests, url => url.Contains("elsewhere", StringComparison.Ordinal) && !url.StartsWith("http://127.0.0.1", StringComparison.Ordinal));
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

    private async Task<Person> Enter()
    {
        Host.Drop(Prerequisites.FramePlugin("Blank"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Blank");
        await anna.Window("Blank").GetByText("ready", new() { Exact = true }).WaitForAsync();
        return anna;
    }

    private static async Task Do(Person person, string code) => await person.Window("Blank").Locator("body").EvaluateAsync($"() => {{ {code} }}");

    private static Task IsGone(Person person) =>
        person.Page.Locator("iframe[title='Blank, plugin']").WaitForAsync(new() { State = WaitForSelectorState.Detached });

    private static async Task Starts(Person person)
    {
        await person.Press("Start Blank again");
        await person.Window("Blank").GetByText("ready", new() { Exact = true }).WaitForAsync();
    }
}
