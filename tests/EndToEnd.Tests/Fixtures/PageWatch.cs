using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>What a page did behind its picture: whom it asked, what went over its sockets, what it complained about.</summary>
internal sealed class PageWatch
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _frames = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    // Chromium writes down that it stopped what the page's own probe tries.
    private readonly List<string> _expected = ["/plugins/probe/target"];
    private readonly HashSet<string> _homes;

    public PageWatch(IPage page, Uri host)
    {
        _homes = [host.Authority];
        page.Context.Request += (_, request) => _requests.Enqueue(request.Url);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            // Not warnings: a plugin's frame is denied every feature that any browser knows, and each browser mentions those it does not.
            if (message.Type == "error")
                _complaints.Enqueue($"{message.Text} ({message.Location})");
        };
        page.WebSocket += (_, socket) =>
        {
            _requests.Enqueue(socket.Url);
            socket.FrameSent += (_, frame) => _frames.Enqueue(Text(frame));
            socket.FrameReceived += (_, frame) => _frames.Enqueue(Text(frame));
        };
    }

    /// <summary>Everything that this page's sockets sent and received.</summary>
    public IReadOnlyCollection<string> SocketFrames => _frames;

    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>The test provokes this complaint; it is no failure.</summary>
    public void Expect(string complaint) => _expected.Add(complaint);

    /// <summary>The host has a second name.</summary>
    public void Allow(Uri home) => _homes.Add(home.Authority);

    public void AssertStayedHome() => Assert.All(_requests, url => Assert.True(IsHome(new Uri(url)), $"The page asked {url}."));

    public void AssertNoComplaint() => Assert.All(_complaints, text => Assert.True(_expected.Any(text.Contains), $"The page complained: {text}"));

    private bool IsHome(Uri url) => url.Scheme switch
    {
        "data" or "blob" or "about" => true,
        "http" or "https" or "ws" or "wss" => _homes.Contains(url.Authority),
        _ => false,
    };

    private static string Text(IWebSocketFrame frame) => frame.Text ?? Convert.ToHexString(frame.Binary ?? []);
}
