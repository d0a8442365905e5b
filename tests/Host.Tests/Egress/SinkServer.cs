using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace PluginRoom.Host.Tests.Egress;

/// <summary>A real TLS server on this machine that plays a sink.</summary>
internal sealed class SinkServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private SinkServer(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.Single()).Port;

    public int Requests => _requests;

    /// <param name="port">0 for any.</param>
    public static async Task<SinkServer> Start(X509Certificate2 certificate, RequestDelegate answer, string address = "127.0.0.1", int port = 0)
    {
        // Else the server would download what the certificate names, before any client could be seen not to.
        var presented = SslStreamCertificateContext.Create(certificate, null, offline: true);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().ConfigureKestrel(options =>
        {
            options.Limits.MinResponseDataRate = null;
            options.Listen(IPAddress.Parse(address), port, listen => listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = presented }),
            }));
        });
        var server = new SinkServer(builder.Build());
        server._app.Run(context =>
        {
            Interlocked.Increment(ref server._requests);
            return answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
