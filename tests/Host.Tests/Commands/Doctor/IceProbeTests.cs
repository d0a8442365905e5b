using System.Net;
using System.Net.Sockets;
using System.Text;
using PluginRoom.Host.Commands.Doctor;
using PluginRoom.Host.Commands.Doctor.Turn;
using PluginRoom.Host.Tests.Egress;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Commands.Doctor;

public sealed class IceProbeTests
{
    [Fact]
    public async Task A_STUN_server_that_answers_is_good()
    {
        await using var server = new FakeTurn { Loses = 1 };

        var verdict = await Try($"stun:127.0.0.1:{server.UdpPort}");

        Assert.Equal((FindingStatus.Ok, "answers"), (verdict.Status, verdict.Words));
        Assert.Equal([StunType.Binding], server.Asked);
    }

    [Theory]
    [InlineData("udp")]
    [InlineData("tcp")]
    public async Task A_TURN_server_relays_with_the_credential_and_the_relay_is_given_back(string transport)
    {
        await using var server = new FakeTurn();

        var verdict = await Try($"turn:127.0.0.1:{(transport == "udp" ? server.UdpPort : server.TcpPort)}?transport={transport}");

        Assert.Equal((FindingStatus.Ok, "relays, with the credential"), (verdict.Status, verdict.Words));
        Assert.Equal([StunType.Allocate, StunType.Allocate, StunType.Refresh], server.Asked);
    }

    [Fact]
    public async Task Over_TLS_the_certificate_has_to_prove_the_name()
    {
        using var authority = new ThrowAwayAuthority();
        await using var named = new FakeTurn(authority.Issue("localhost"));
        await using var other = new FakeTurn(authority.Issue("elsewhere.example"));
        var trusting = new IceProbe(authority.Roots);

        Assert.Equal(FindingStatus.Ok, (await Try($"turns:localhost:{named.TcpPort}", trusting)).Status);
        Assert.Contains("certificate", (await Try($"turns:localhost:{other.TcpPort}", trusting)).Words, StringComparison.Ordinal);
        Assert.Contains("certificate", (await Try($"turns:localhost:{named.TcpPort}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nonce_that_has_become_old_is_no_fault()
    {
        await using var server = new FakeTurn { ChangesNonce = true };

        Assert.Equal(FindingStatus.Ok, (await Try($"turn:127.0.0.1:{server.UdpPort}")).Status);
    }

    [Fact]
    public async Task A_wrong_credential_is_told_and_so_is_none()
    {
        await using var server = new FakeTurn();
        var url = $"turn:127.0.0.1:{server.UdpPort}";

        Assert.Contains("401", (await Try(url, credential: "wrong")).Words, StringComparison.Ordinal);
        Assert.Contains("none is configured", (await Try(url, credential: null)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_relays_for_anybody_that_gives_an_inner_address_or_that_does_not_know_the_credential_is_not_good()
    {
        await using var open = new FakeTurn { AsksForCredential = false };
        await using var inner = new FakeTurn { Relay = IPAddress.Parse("10.1.2.3") };
        await using var ignorant = new FakeTurn { KnowsCredential = false };
        await using var full = new FakeTurn { Refuses = 486 };

        Assert.Equal(FindingStatus.Warning, (await Try($"turn:127.0.0.1:{open.UdpPort}")).Status);
        var behindNat = await Try($"turn:127.0.0.1:{inner.UdpPort}");
        Assert.Equal(FindingStatus.Warning, behindNat.Status);
        Assert.DoesNotContain("10.1.2.3", behindNat.Words, StringComparison.Ordinal);
        Assert.Contains("not signed", (await Try($"turn:127.0.0.1:{ignorant.UdpPort}")).Words, StringComparison.Ordinal);
        Assert.Contains("486", (await Try($"turn:127.0.0.1:{full.UdpPort}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_speaks_something_else_or_nothing_is_told_apart()
    {
        await using var web = new FakeTurn { Babbles = Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n") };
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        Assert.Contains("does not speak STUN", (await Try($"turn:127.0.0.1:{web.TcpPort}?transport=tcp")).Words, StringComparison.Ordinal);
        Assert.Contains("nothing listens", (await Try("turn:127.0.0.1:1?transport=tcp")).Words, StringComparison.Ordinal);
        Assert.Contains("no address", (await Try("stun:nowhere.invalid")).Words, StringComparison.Ordinal);
        Assert.Contains("does not answer", (await Try($"stun:127.0.0.1:{((IPEndPoint)silent.LocalEndPoint!).Port}")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stun:a.example", "a.example", 3478, "Udp", false)]
    [InlineData("stuns:a.example", "a.example", 5349, "Tls", false)]
    [InlineData("turn:[2001:db8::1]:99", "2001:db8::1", 99, "Udp", true)]
    [InlineData("turn:a.example?transport=tcp", "a.example", 3478, "Tcp", true)]
    [InlineData("turns:a.example:443?transport=tcp", "a.example", 443, "Tls", true)]
    public void Addresses_are_read_as_the_standards_say(string text, string host, int port, string transport, bool isTurn)
    {
        var url = IceUrl.Parse(text)!;

        Assert.Equal((host, port, transport, isTurn), (url.Host, url.Port, url.Transport.ToString(), url.IsTurn));
    }

    [Theory]
    [InlineData("turn:")]
    [InlineData("turn:a.example:99999")]
    [InlineData("turn:user@a.example")]
    [InlineData("turn:a.example?transport=sctp")]
    [InlineData("turns:a.example?transport=udp")]
    [InlineData("stun:a.example?transport=udp")]
    [InlineData("https://a.example")]
    public void What_is_no_address_is_none(string text) => Assert.Null(IceUrl.Parse(text));

    private static Task<IceVerdict> Try(string url, IceProbe? probe = null, string? credential = FakeTurn.Credential) => (probe ?? new IceProbe()).TryAsync(
        IceUrl.Parse(url)!, new IceServer([url], FakeTurn.User, credential), TestContext.Current.CancellationToken);
}
