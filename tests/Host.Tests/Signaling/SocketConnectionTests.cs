using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Connections;
using PluginRoom.Host.Signaling;
using PluginRoom.Host.Tests.Rooms;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

public sealed class SocketConnectionTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FakeTime _time = new();
    private WebSocket _browser = null!;
    private WebSocket _server = null!;

    public async ValueTask InitializeAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listener.LocalEndpoint, Cancellation);
        var accepted = await listener.AcceptSocketAsync(Cancellation);
        _browser = WebSocket.CreateFromStream(new NetworkStream(client, ownsSocket: true), new WebSocketCreationOptions { IsServer = false });
        _server = WebSocket.CreateFromStream(new NetworkStream(accepted, ownsSocket: true), new WebSocketCreationOptions { IsServer = true });
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Last_words_are_heard_and_the_socket_is_cut_only_when_the_browser_has_closed_too()
    {
        var ending = Run("the seat has ended"u8.ToArray());

        Assert.Equal("the seat has ended", await Hear());
        Assert.Null(await Hear());
        Assert.False(ending.IsCompleted);

        await _browser.SendAsync("still talking"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        await _browser.SendAsync("and on"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        Assert.False(ending.IsCompleted);

        await _browser.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
        await ending.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Nobody_waits_long_for_a_browser_that_does_not_close()
    {
        var ending = Run("the seat has ended"u8.ToArray());
        Assert.Equal("the seat has ended", await Hear());
        Assert.Null(await Hear());

        // The host may come to its wait a moment after its last frame has been heard.
        var began = TimeProvider.System.GetTimestamp();
        while (!ending.IsCompleted && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        await ending.WaitAsync(Patience, Cancellation);
    }

    /// <summary>A connection whose handler says these words and is done.</summary>
    private async Task Run(byte[] words)
    {
        await using var connection = new SocketConnection(_server, "one", _time);
        await connection.Run(new Speaker(words));
    }

    /// <returns>The next message, or null when the host has closed.</returns>
    private async Task<string?> Hear()
    {
        var buffer = new byte[256];
        var got = await _browser.ReceiveAsync(buffer, Cancellation).WaitAsync(Patience, Cancellation);
        return got.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(buffer, 0, got.Count);
    }

    private sealed class Speaker(byte[] words) : ConnectionHandler
    {
        public override async Task OnConnectedAsync(ConnectionContext connection) =>
            await connection.Transport.Output.WriteAsync(words);
    }
}
