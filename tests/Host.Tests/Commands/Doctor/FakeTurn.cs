using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using PluginRoom.Host.Commands.Doctor.Turn;

namespace PluginRoom.Host.Tests.Commands.Doctor;

/// <summary>A STUN and TURN server on loopback, as far as a Binding and an Allocation go.</summary>
internal sealed class FakeTurn : IAsyncDisposable
{
    public const string User = "operator";
    public const string Credential = "correct horse";
    private const string Realm = "example.org";
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _datagrams = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ConcurrentDictionary<string, byte> _known = new();
    private readonly TcpListener _streams = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? _certificate;
    private readonly List<Task> _serving = [];
    private int _dropped;

    /// <param name="certificate">Streams are TLS with it; null: they are not.</param>
    public FakeTurn(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _datagrams.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _streams.Start();
        _serving.Add(ServeDatagrams());
        _serving.Add(ServeStreams());
    }

    public int UdpPort => ((IPEndPoint)_datagrams.LocalEndPoint!).Port;

    public int TcpPort => ((IPEndPoint)_streams.LocalEndpoint).Port;

    public IPAddress Relay { get; init; } = IPAddress.Parse("8.8.4.4");

    public bool AsksForCredential { get; init; } = true;

    /// <summary>Signs its answers with something else.</summary>
    public bool KnowsCredential { get; init; } = true;

    /// <summary>How many datagrams it loses first.</summary>
    public int Loses { get; init; }

    /// <summary>Says once that the nonce is old (438).</summary>
    public bool ChangesNonce { get; init; }

    /// <summary>Refuses the allocation with this number.</summary>
    public int? Refuses { get; init; }

    /// <summary>Answers with this instead.</summary>
    public byte[]? Babbles { get; init; }

    /// <summary>Each request once, however often it was sent: a busy machine may answer too late for the first time (RFC 8489, 6.2.1).</summary>
    public ConcurrentQueue<StunType> Asked { get; } = new();

    public async ValueTask DisposeAsync()
    {
        // Served to the end before the sockets go: accepting on a closed one is an error of its own kind.
        await _stop.CancelAsync();
        await Task.WhenAll(_serving);
        _datagrams.Dispose();
        _streams.Dispose();
        _stop.Dispose();
    }

    private async Task ServeDatagrams()
    {
        var buffer = new byte[1500];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var received = await _datagrams.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                if (Interlocked.Increment(ref _dropped) > Loses)
                    await _datagrams.SendToAsync(Answer(buffer.AsSpan(0, received.ReceivedBytes), (IPEndPoint)received.RemoteEndPoint), received.RemoteEndPoint);
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The test is over, or the one who asked is gone.
            }
        }
    }

    private async Task ServeStreams()
    {
        try
        {
            while (true)
            {
                using var socket = await _streams.AcceptSocketAsync(_stop.Token);
                await ServeStream(socket);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeStream(Socket socket)
    {
        try
        {
            await using Stream plain = new NetworkStream(socket);
            await using var stream = _certificate is null ? plain : new SslStream(plain);
            if (stream is SslStream secured)
                await secured.AuthenticateAsServerAsync(_certificate!);
            var header = new byte[StunMessage.HeaderLength];
            while (await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, _stop.Token) == header.Length)
            {
                var whole = new byte[StunMessage.LengthOf(header)!.Value];
                header.CopyTo(whole, 0);
                await stream.ReadExactlyAsync(whole.AsMemory(header.Length), _stop.Token);
                await stream.WriteAsync(Answer(whole, (IPEndPoint)socket.RemoteEndPoint!), _stop.Token);
            }
        }
        catch (Exception ended) when (ended is IOException or System.Security.Authentication.AuthenticationException)
        {
            // Whoever asked has closed it, or trusts the certificate not.
        }
    }

    private byte[] Answer(ReadOnlySpan<byte> bytes, IPEndPoint from)
    {
        if (Babbles is { } babble)
            return babble;
        var request = StunMessage.Parse(bytes)!;
        if (_known.TryAdd(Convert.ToHexString(request.Transaction), 0))
            Asked.Enqueue(request.Type);
        return request.Type switch
        {
            StunType.Binding => new StunMessage(StunType.BindingSuccess, request.Transaction).WithAddress(StunAttribute.XorMappedAddress, from).Bytes,
            StunType.Allocate => Allocate(request).Bytes,
            _ => Success(StunType.RefreshSuccess, request).Bytes,
        };
    }

    private StunMessage Allocate(StunMessage request)
    {
        if (!AsksForCredential)
            return Success(StunType.AllocateSuccess, request);
        if (request.FindText(StunAttribute.UserName) is null)
            return Error(request, 401, "first");
        if (ChangesNonce && request.FindText(StunAttribute.Nonce) == "first")
            return Error(request, 438, "second");
        if (request.FindText(StunAttribute.UserName) != User || !request.IsSignedBy(StunCredential.Key(User, Realm, Credential)))
            return Error(request, 401, "third");
        return Refuses is { } number ? Error(request, number, "fourth") : Success(StunType.AllocateSuccess, request);
    }

    private StunMessage Success(StunType type, StunMessage request) => new StunMessage(type, request.Transaction)
        .WithAddress(StunAttribute.XorRelayedAddress, new IPEndPoint(Relay, 50_000))
        .Signed(StunCredential.Key(User, Realm, KnowsCredential ? Credential : "something else"));

    private static StunMessage Error(StunMessage request, int number, string nonce) => new StunMessage(StunType.AllocateError, request.Transaction)
        .With(StunAttribute.ErrorCode, [0, 0, (byte)(number / 100), (byte)(number % 100)])
        .With(StunAttribute.Realm, Realm)
        .With(StunAttribute.Nonce, nonce);
}
