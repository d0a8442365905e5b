using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>What stands before a host in earnest: it ends TLS and hands on what is inside, with the Host header as it came.</summary>
internal sealed class TlsProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = SelfSigned();
    private readonly Uri _host;
    private readonly Task _accepting;

    private TlsProxy(Uri host)
    {
        _host = host;
        _listener.Start();
        Address = new Uri($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = Accept();
    }

    public Uri Address { get; }

    public static TlsProxy Before(Uri host) => new(host);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        _certificate.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was closed.
        }
    }

    private async Task Serve(TcpClient browser)
    {
        using (browser)
        using (var host = new TcpClient())
        {
            try
            {
                await host.ConnectAsync(_host.Host, _host.Port);
                await using var outside = new SslStream(browser.GetStream());
                await outside.AuthenticateAsServerAsync(_certificate);
                await Task.WhenAny(outside.CopyToAsync(host.GetStream()), host.GetStream().CopyToAsync(outside));
            }
            catch (Exception e) when (e is IOException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The browser went, or tried once without trusting the certificate.
            }
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
