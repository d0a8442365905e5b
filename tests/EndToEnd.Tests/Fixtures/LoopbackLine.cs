using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>A line to the host that a test can cut: what a bad network does to a socket, without touching what goes peer to peer.</summary>
internal sealed class LoopbackLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, byte> _sockets = new();
    private readonly Uri _host;
    private readonly Task _accepting;
    private volatile bool _cut;

    private readonly byte[]? _hidden;

    private LoopbackLine(Uri host, string? hidden)
    {
        (_host, _hidden) = (host, hidden is null ? null : Encoding.ASCII.GetBytes(hidden));
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = Accept();
    }

    public Uri Address { get; }

    /// <param name="hiddenHeader">Its name is changed in every answer: a browser then does what one does that does not know it.</param>
    public static LoopbackLine To(Uri host, string? hiddenHeader = null) => new(host, hiddenHeader);

    public void Cut()
    {
        _cut = true;
        foreach (var socket in _sockets.Keys)
            Break(socket);
    }

    public void Mend() => _cut = false;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Cut();
        await _accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptSocketAsync();
                if (_cut)
                    Break(browser);
                else
                    _ = Join(browser);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was closed.
        }
    }

    private async Task Join(Socket browser)
    {
        var host = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await host.ConnectAsync(_host.Host, _host.Port);
            (_sockets[browser], _sockets[host]) = (0, 0);
            await Task.WhenAny(Copy(browser, host, null), Copy(host, browser, _hidden));
        }
        finally
        {
            Break(browser);
            Break(host);
        }
    }

    private static async Task Copy(Socket from, Socket to, byte[]? hidden)
    {
        try
        {
            await using var source = new NetworkStream(from);
            await using var target = new NetworkStream(to);
            var buffer = new byte[64 * 1024];
            while (await source.ReadAsync(buffer) is > 0 and var length)
            {
                if (hidden is not null)
                    Hide(buffer.AsSpan(0, length), hidden);
                await target.WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    // The host writes the headers of an answer at once, so that none is cut in two.
    private static void Hide(Span<byte> bytes, byte[] name)
    {
        while (bytes.IndexOf(name) is >= 0 and var at)
        {
            bytes[at] = (byte)'X';
            bytes = bytes[(at + name.Length)..];
        }
    }

    // No lingering: the other end learns of it as of a broken network, not of a polite goodbye.
    private void Break(Socket socket)
    {
        _sockets.TryRemove(socket, out _);
        socket.Close(0);
    }
}
