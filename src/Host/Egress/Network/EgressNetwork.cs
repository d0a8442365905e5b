using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PluginRoom.Host.Memory;

namespace PluginRoom.Host.Egress.Network;

/// <summary>
/// How this host reaches the outside for plugins. No proxy, no cookies, no credentials, no redirects on its own and nothing from
/// the environment: each of them would be a way around a check.
/// </summary>
public sealed class EgressNetwork(PinnedConnector connector, EgressLimits limits, X509Certificate2Collection? roots = null)
{
    /// <summary>The public internet, by the system's own resolver and certificate store.</summary>
    public static EgressNetwork Public(EgressAllowance allowance, SinkCredentials credentials) => new(
        new PinnedConnector(new AddressPolicy(allowance), (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation)),
        new EgressLimits())
    {
        Credentials = credentials,
    };

    public SinkCredentials Credentials { get; init; } = SinkCredentials.None;

    public EgressLimits Limits => limits;

    /// <summary>Requests that are open on this host.</summary>
    public SemaphoreSlim Open { get; } = new(limits.OpenRequestsOfAll);

    /// <summary>Connections of one plugin's process to its sinks; never shared with another.</summary>
    public HttpMessageInvoker CreateInvoker() => new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            Credentials = null,
            PreAuthenticate = false,
            ConnectTimeout = limits.Connecting,
            MaxConnectionsPerServer = limits.OpenRequests,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),

            // A trace id would tie a room's requests together across sinks.
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, cancellation) => connector.ConnectAsync(context.DnsEndPoint, cancellation),
            SslOptions = Tls(),

            // The handler collects what it sends in buffers that it does not clear.
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new WipingStream(context.PlaintextStream)),
        });

    private SslClientAuthenticationOptions Tls()
    {
        // What a certificate names as the place of its issuer or of a revocation list is the sink's choice; the host does not go there.
        var chain = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        if (roots is not null)
        {
            chain.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.CustomTrustStore.AddRange(roots);
        }

        return new() { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13, CertificateChainPolicy = chain };
    }
}
