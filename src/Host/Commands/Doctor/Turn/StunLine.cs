using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace PluginRoom.Host.Commands.Doctor.Turn;

/// <summary>A way to one server: a datagram socket, or a stream with or without TLS.</summary>
internal sealed class StunLine : IDisposable
{
    // RFC 8489, 6.2.1 begins with half a second and doubles; a doctor is not patient.
    private static readonly TimeSpan[] Repeats = [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];
    private static readonly TimeSpan StreamPatience = TimeSpan.FromSeconds(5);
    private readonly Socket _socket;
    private readonly Stream? _stream;

    private StunLine(Socket socket, Stream? stream) => (_socket, _stream) = (socket, stream);

    /// <param name="roots">Trusted instead of the system's; null: the system's.</param>
    /// <exception cref="SocketException">The name is unknown, or nobody answers there.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate does not prove the name.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public static async Task<StunLine> OpenAsync(IceUrl url, X509Certificate2Collection? roots, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(StreamPatience);
        var address = (await Dns.GetHostAddressesAsync(url.Host, patience.Token)).FirstOrDefault() ?? throw new SocketException((int)SocketError.HostNotFound);
        var isDatagram = url.Transport == IceTransport.Udp;
        var socket = new Socket(address.AddressFamily, isDatagram ? SocketType.Dgram : SocketType.Stream, isDatagram ? ProtocolType.Udp : ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, url.Port), patience.Token);
            return new(socket, isDatagram ? null : await StreamOf(socket, url, roots, patience.Token));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Null: no answer came.</summary>
    /// <exception cref="SocketException">The way there is closed.</exception>
    /// <exception cref="IOException">The server ended the stream, or what it says is not STUN.</exception>
    public async Task<StunMessage?> AskAsync(StunMessage request, CancellationToken stop)
    {
        var waits = _stream is null ? Repeats : [StreamPatience];
        foreach (var wait in waits)
        {
            await SendAsync(request, stop);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(wait);
            try
            {
                return await AnswerTo(request, patience.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // Asked again, as datagrams get lost.
            }
        }

        return null;
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _socket.Dispose();
    }

    private static async Task<Stream> StreamOf(Socket socket, IceUrl url, X509Certificate2Collection? roots, CancellationToken stop)
    {
        var plain = new NetworkStream(socket);
        if (url.Transport == IceTransport.Tcp)
            return plain;
        var chain = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        if (roots is not null)
        {
            chain.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.CustomTrustStore.AddRange(roots);
        }

        var secured = new SslStream(plain);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = url.Host, CertificateChainPolicy = chain }, stop);
        return secured;
    }

    private async Task SendAsync(StunMessage message, CancellationToken stop)
    {
        if (_stream is null)
            await _socket.SendAsync(message.Bytes, stop);
        else
            await _stream.WriteAsync(message.Bytes, stop);
    }

    // What comes late from an earlier question, or from somebody else, is passed over.
    private async Task<StunMessage> AnswerTo(StunMessage request, CancellationToken stop)
    {
        while (true)
        {
            if (await ReceiveAsync(stop) is { } message && message.Transaction.SequenceEqual(request.Transaction))
                return message;
        }
    }

    private async Task<StunMessage?> ReceiveAsync(CancellationToken stop)
    {
        if (_stream is null)
        {
            var datagram = new byte[1500];
            var length = await _socket.ReceiveAsync(datagram, stop);
            return StunMessage.Parse(datagram.AsSpan(0, length));
        }

        var header = new byte[StunMessage.HeaderLength];
        await _stream.ReadExactlyAsync(header, stop);
        var whole = new byte[StunMessage.LengthOf(header) ?? throw new InvalidDataException("What it answers is not STUN.")];
        header.CopyTo(whole, 0);
        await _stream.ReadExactlyAsync(whole.AsMemory(header.Length), stop);
        return StunMessage.Parse(whole);
    }
}
