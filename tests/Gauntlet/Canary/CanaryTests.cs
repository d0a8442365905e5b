using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using PluginRoom.Gauntlet.Results;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>A canary that hears nothing would make every attempt look blocked.</summary>
public sealed class CanaryTests(GauntletRun run)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_counted_with_its_bytes_and_line()
    {
        var port = run.Canary.Open();
        using var client = new HttpClient();

        Assert.Equal("canary", await client.GetStringAsync(new Uri($"{port.Url}/x"), Stop));

        var hit = await Hit(port, CanaryChannel.Http);
        Assert.Equal($"GET /{port.Token}/x HTTP/1.1", hit.Detail);
        Assert.InRange(hit.Bytes, hit.Detail.Length, 1000);
    }

    [Fact]
    public async Task A_connection_that_says_nothing_is_counted()
    {
        var port = run.Canary.Open();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port.Number, Stop);

        Assert.Equal(0, (await Hit(port, CanaryChannel.Tcp)).Bytes);
    }

    [Fact]
    public async Task A_WebSocket_opens_and_is_counted()
    {
        var port = run.Canary.Open();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port.Number}/{port.Token}"), Stop);

        await Hit(port, CanaryChannel.WebSocket);
    }

    [Fact]
    public async Task A_TLS_hello_is_counted_by_the_server_name_that_it_tells()
    {
        var (port, named) = (run.Canary.Open(), run.Canary.Open());
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port.Number, Stop);
        await using var tls = new SslStream(client.GetStream());
        var handshake = tls.AuthenticateAsClientAsync(named.Name);

        Assert.Equal(named.Name, (await Hit(port, CanaryChannel.Tls)).Detail);
        await Hit(named, CanaryChannel.Tls);
        client.Close();
        await Assert.ThrowsAnyAsync<Exception>(() => handshake);
    }

    [Fact]
    public async Task Datagrams_are_counted_and_STUN_is_told_apart()
    {
        var port = run.Canary.Open();
        using var socket = new UdpClient();
        var to = new IPEndPoint(IPAddress.Loopback, port.Number);
        await socket.SendAsync("plain"u8.ToArray(), to, Stop);
        // A binding request with the user name "ab" (RFC 8489, 14.3).
        byte[] stun = [0, 1, 0, 8, 0x21, 0x12, 0xA4, 0x42, .. new byte[12], 0, 6, 0, 2, (byte)'a', (byte)'b', 0, 0];
        await socket.SendAsync(stun, to, Stop);

        Assert.Equal("plain", (await Hit(port, CanaryChannel.Udp)).Detail);
        Assert.Equal("STUN 0x0001 ab", (await Hit(port, CanaryChannel.Stun)).Detail);
    }

    [Fact]
    public async Task A_question_for_a_name_is_counted_where_port_53_can_be_had()
    {
        var port = run.Canary.Open();
        if (run.Canary.NameServer is not { } server)
        {
            Assert.NotEqual("root", Environment.UserName);
            return;
        }

        byte[] header = [0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        byte[] name = [.. port.Name.Split('.').SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];
        using var socket = new UdpClient();
        await socket.SendAsync((byte[])[.. header, .. name, 0, 1, 0, 1], new IPEndPoint(server, 53), Stop);
        var answer = (await socket.ReceiveAsync(Stop)).Buffer;

        Assert.Equal(port.Name, (await Hit(port, CanaryChannel.Dns)).Detail);
        Assert.Equal([127, 0, 0, 1], answer[^4..]);
    }

    [Fact]
    public async Task Silence_is_told_from_a_late_arrival()
    {
        var port = run.Canary.Open();

        Assert.False(await run.Canary.Heard([port], TimeSpan.FromMilliseconds(50), Stop));
    }

    private async Task<CanaryHit> Hit(CanaryPort port, CanaryChannel channel)
    {
        await run.Canary.Until(() => run.Canary.HitsOf(port).Any(hit => hit.Channel == channel), TimeSpan.FromSeconds(20), Stop);
        return run.Canary.HitsOf(port).First(hit => hit.Channel == channel);
    }
}
