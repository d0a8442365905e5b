using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PluginRoom.Host.Tests.Egress;

/// <summary>A sink that speaks TLS and then whatever it likes, which no web server lets one say.</summary>
internal sealed class RawSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <param name="answer">What comes after the request's head, on each connection.</param>
    public RawSink(X509Certificate2 certificate, Func<Stream, CancellationToken, Task> answer)
    {
        _listener.Start();
        _serving = ServeAsync(certificate, answer);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync(X509Certificate2 certificate, Func<Stream, CancellationToken, Task> answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var tls = new SslStream(client.GetStream());
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, _stop.Token);
                await ReadHead(tls, _stop.Token);
                await answer(tls, _stop.Token);
                await tls.ShutdownAsync();
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or SocketException)
        {
            // The test is over, or the client has hung up on what it was told.
        }
    }

    private static async Task ReadHead(SslStream tls, CancellationToken cancellation)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await tls.ReadAsync(one, cancellation) == 1)
            head.Append((char)one[0]);
    }
}
