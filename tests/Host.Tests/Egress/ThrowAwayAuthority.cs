using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;

namespace PluginRoom.Host.Tests.Egress;

/// <summary>A certificate authority that nobody but a test's own client trusts, and that is gone with the test.</summary>
internal sealed class ThrowAwayAuthority : IDisposable
{
    // Extended key usages, RFC 5280, section 4.2.1.12.
    private const string ForServers = "1.3.6.1.5.5.7.3.1";

    private static readonly DateTimeOffset From = TimeProvider.System.GetUtcNow().AddDays(-1);
    private static readonly DateTimeOffset Until = TimeProvider.System.GetUtcNow().AddDays(1);

    private readonly X509Certificate2 _root = Authority("CN=Throw-away root", null);

    public X509Certificate2Collection Roots => [_root];

    public X509Certificate2 Issue(string host) => Issue(host, _root, Until);

    public X509Certificate2 IssueExpired(string host) => Issue(host, _root, From.AddHours(1));

    /// <summary>For the other end of a connection.</summary>
    public X509Certificate2 IssueForClients(string host) => Issue(host, _root, Until, "1.3.6.1.5.5.7.3.2");

    public static X509Certificate2 SelfSigned(string host) => Issue(host, null, Until, ForServers);

    /// <summary>Issued by an authority in between, which the certificate says can be downloaded from this address.</summary>
    public X509Certificate2 IssueBelow(string host, string issuerAt)
    {
        using var between = Authority("CN=In between", _root);
        return Issue(host, between, Until, ForServers, new X509AuthorityInformationAccessExtension([], [issuerAt]));
    }

    /// <summary>An outside in which every name leads to this machine, and this authority is the only one that counts.</summary>
    public EgressNetwork LoopbackNetwork()
    {
        var policy = new AddressPolicy(EgressAllowance.Parse("127.0.0.1", out _)!, _ => false);
        return new(new PinnedConnector(policy, (_, _) => Task.FromResult(new[] { IPAddress.Loopback })), new EgressLimits(), Roots);
    }

    public void Dispose() => _root.Dispose();

    private static X509Certificate2 Authority(string name, X509Certificate2? issuer)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        if (issuer is null)
            return request.CreateSelfSigned(From, Until);
        using var certificate = request.Create(issuer, From, Until, Serial());
        return certificate.CopyWithPrivateKey(key);
    }

    private static X509Certificate2 Issue(string host, X509Certificate2? issuer, DateTimeOffset until, string usage = ForServers, params X509Extension[] more)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(usage)], false));
        foreach (var extension in more)
            request.CertificateExtensions.Add(extension);
        if (issuer is null)
            return request.CreateSelfSigned(From, until);
        using var certificate = request.Create(issuer, From, until, Serial());
        return certificate.CopyWithPrivateKey(key);
    }

    private static byte[] Serial() => RandomNumberGenerator.GetBytes(16);
}
