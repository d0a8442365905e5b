using Microsoft.Playwright;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>Somebody at a browser. Finds things by the names that a screen reader says, which are part of the page's contract.</summary>
internal sealed class Person : IAsyncDisposable
{
    /// <summary>Keeps every peer connection within reach of the test; changes nothing about them.</summary>
    private const string RememberPeers = """
        window.peers = [];
        window.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(...options) { super(...options); window.peers.push(this); }
        };
        """;

    private readonly Uri _host;

    private Person(string name, IPage page, Uri host)
    {
        (Name, Page, _host) = (name, page, host);
        Watch = new PageWatch(page, host);
    }

    public string Name { get; }

    public IPage Page { get; }

    public PageWatch Watch { get; }

    public ILocator NameBox => Page.GetByRole(AriaRole.Textbox, new() { Name = "Your name", Exact = true });

    public ILocator MessageBox => Page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true });

    public static async Task<Person> Open(IBrowser browser, Uri host, string name, string? script = null, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Deadline.Milliseconds);
        await context.AddInitScriptAsync(RememberPeers);
        if (script is not null)
            await context.AddInitScriptAsync(script);
        return new Person(name, await context.NewPageAsync(), host);
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator VideoOf(Person other) => Page.GetByLabel($"Video of {other.Name}", new() { Exact = true });

    /// <summary>What stands on this page for <paramref name="other"/>: picture, name, and what is off.</summary>
    public ILocator Tile(Person other) => Page.GetByRole(AriaRole.Figure).Filter(new() { Has = VideoOf(other) });

    public ILocator ScreenOf(Person other) => Page.GetByLabel($"Screen of {other.Name}", new() { Exact = true });

    public ILocator Text(string text) => Page.GetByText(text, new() { Exact = true });

    /// <summary>To the page before the call.</summary>
    public async Task Visit(string room) => await Page.GotoAsync(new Uri(_host, $"/r/{room}").ToString());

    public async Task Join(string room)
    {
        await Visit(room);
        await PressJoin();
        await Button("Leave").WaitForAsync();
    }

    public async Task PressJoin()
    {
        await NameBox.FillAsync(Name);
        await Button("Join").ClickAsync();
    }

    public Task Press(string button) => Button(button).ClickAsync();

    /// <summary>What this person sees, kept in artifacts/end-to-end for whoever wants to look.</summary>
    public Task<byte[]> Picture(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Evidence.Folder, $"{name}.png") });

    public async Task Say(string text)
    {
        await MessageBox.FillAsync(text);
        await Press("Send");
    }

    /// <summary>What a killed renderer does: no goodbye, no closing handshake.</summary>
    public async Task CrashTab()
    {
        var crashed = new TaskCompletionSource<bool>();
        Page.Crash += (_, _) => crashed.TrySetResult(true);
        var navigation = Page.GotoAsync("chrome://crash");
        await Deadline.Within(crashed.Task, () => "The tab did not crash.");
        _ = navigation.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
