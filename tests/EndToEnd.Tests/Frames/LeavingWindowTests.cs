using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

public sealed class LeavingWindowTests(Chromium chromium) : BlankWindowTest(chromium)
{
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
}
