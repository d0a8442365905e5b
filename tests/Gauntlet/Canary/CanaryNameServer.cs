using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>A DNS server (RFC 1035) on a loopback address of its own: counts every question, leads names of one domain to this machine, knows no other.</summary>
internal sealed class CanaryNameServer : IAsyncDisposable
{
    private const int Tries = 20;

    private readonly Socket _socket;
    private readonly HitLog _log;
    private readonly string _domain;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    private CanaryNameServer(Socket socket, HitLog log, string domain)
    {
        (_socket, _log, _domain) = (socket, log, domain);
        Address = ((IPEndPoint)socket.LocalEndPoint!).Address;
        _serving = Serve();
    }

    public IPAddress Address { get; }

    /// <summary>Null where port 53 is not this user's to open: resolvers ask no other port.</summary>
    public static CanaryNameServer? TryStart(HitLog log, string domain)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                var address = new IPAddress([127, 83, (byte)RandomNumberGenerator.GetInt32(1, 255), (byte)RandomNumberGenerator.GetInt32(1, 255)]);
                socket.Bind(new IPEndPoint(address, 53));
                return new(socket, log, domain);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                if (e.SocketErrorCode == SocketError.AccessDenied)
                    return null;
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                if (DnsQuestion.Read(buffer.AsSpan(0, received.ReceivedBytes)) is not { } question)
                    continue;
                foreach (var token in CanaryToken.In(question.Name))
                    _log.Add(token, CanaryChannel.Dns, received.ReceivedBytes, question.Name);
                var isOurs = question.Name.EndsWith(_domain, StringComparison.OrdinalIgnoreCase);
                await _socket.SendToAsync(question.Answer(isOurs), received.RemoteEndPoint, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The canary was closed.
        }
    }
}
