using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>Where one attempt may arrive: a TCP and a UDP port on the loopback address under one number.</summary>
internal sealed class CanaryPort : IAsyncDisposable
{
    private const int Tries = 50;

    private readonly Socket _tcp;
    private readonly Socket _udp;
    private readonly HitLog _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _listening;

    private CanaryPort(string token, HitLog log, Socket tcp, Socket udp)
    {
        (Token, _log, _tcp, _udp) = (token, log, tcp, udp);
        Number = ((IPEndPoint)tcp.LocalEndPoint!).Port;
        _listening = Task.WhenAll(AcceptTcp(), ReceiveUdp());
    }

    public string Token { get; }

    public int Number { get; }

    /// <summary>A name that only this attempt asks for.</summary>
    public string Name => $"{Token}.{CanaryListener.Domain}";

    public Uri Url => new($"http://127.0.0.1:{Number}/{Token}");

    public static CanaryPort Open(string token, HitLog log)
    {
        for (var attempt = 1; ; attempt++)
        {
            var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                tcp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
                udp.Bind(tcp.LocalEndPoint!);
                tcp.Listen();
                return new(token, log, tcp, udp);
            }
            catch (SocketException) when (attempt < Tries)
            {
                // Somebody has the number on UDP already: take another.
                tcp.Dispose();
                udp.Dispose();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _tcp.Dispose();
        _udp.Dispose();
        await _listening;
        _stop.Dispose();
    }

    private async Task AcceptTcp()
    {
        try
        {
            while (true)
                _ = CanaryConversation.Hold(await _tcp.AcceptAsync(_stop.Token), Token, _log, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The canary was closed.
        }
    }

    private async Task ReceiveUdp()
    {
        var buffer = new byte[65536];
        try
        {
            while (true)
            {
                var length = await _udp.ReceiveAsync(buffer, _stop.Token);
                var stun = StunMessage.Describe(buffer.AsSpan(0, length));
                _log.Add(Token, stun is null ? CanaryChannel.Udp : CanaryChannel.Stun, length, stun ?? Printable(buffer.AsSpan(0, length)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The canary was closed.
        }
    }

    public static string Printable(ReadOnlySpan<byte> bytes) =>
        string.Concat(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 80)]).Select(symbol => symbol is >= ' ' and <= '~' ? symbol : '.'));
}
