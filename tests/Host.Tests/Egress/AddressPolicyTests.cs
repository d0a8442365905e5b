using System.Net;
using PluginRoom.Host.Egress.Network;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class AddressPolicyTests
{
    private const string Host = "api.example.org";

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    public void A_public_machine_can_be_reached(string address)
    {
        Assert.Null(Policy().Problem(Host, IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b::1.1.1.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("3fff::1")]
    [InlineData("4000::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Any_other_address_is_refused(string address)
    {
        Assert.NotNull(Policy().Problem(Host, IPAddress.Parse(address)));
    }

    [Fact]
    public void The_machine_that_hosts_the_room_is_refused_by_its_public_address_too()
    {
        var policy = new AddressPolicy(EgressAllowance.None, own => own.Equals(IPAddress.Parse("1.1.1.1")));

        Assert.Contains("hosts this room", policy.Problem(Host, IPAddress.Parse("1.1.1.1")), StringComparison.Ordinal);
        Assert.Null(policy.Problem(Host, IPAddress.Parse("1.1.1.2")));
    }

    [Fact]
    public void A_host_or_a_network_that_the_operator_lists_can_be_reached()
    {
        var policy = Policy("intranet.example.org, 10.1.0.0/16, 192.168.1.7, fd00:1::/32");

        Assert.Null(policy.Problem("INTRANET.example.org", IPAddress.Parse("10.9.9.9")));
        Assert.Null(policy.Problem(Host, IPAddress.Parse("10.1.2.3")));
        Assert.Null(policy.Problem(Host, IPAddress.Parse("192.168.1.7")));
        Assert.Null(policy.Problem(Host, IPAddress.Parse("fd00:1::5")));
        Assert.NotNull(policy.Problem(Host, IPAddress.Parse("10.2.0.1")));
        Assert.NotNull(policy.Problem(Host, IPAddress.Parse("192.168.1.8")));
        Assert.NotNull(policy.Problem("x.intranet.example.org", IPAddress.Parse("10.9.9.9")));
    }

    [Theory]
    [InlineData("64:ff9b::/96", "64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b:1::/48", "64:ff9b:1::a9fe:a9fe")]
    [InlineData("2002::/16", "2002:7f00:1::1")]
    [InlineData("2001::/32", "2001:0:4136:e378:8000:63bf:5601:5601")]
    public void A_listed_network_of_translated_addresses_does_not_open_what_is_behind_it(string network, string address)
    {
        Assert.NotNull(Policy(network).Problem(Host, IPAddress.Parse(address)));
    }

    [Fact]
    public void A_listed_translation_reaches_the_public_internet_behind_it()
    {
        Assert.Null(Policy("64:ff9b::/96").Problem(Host, IPAddress.Parse("64:ff9b::1.1.1.1")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,,b")]
    [InlineData("1")]
    [InlineData("10.1")]
    [InlineData("10.1.0.0/33")]
    [InlineData("::ffff:10.1.0.1")]
    [InlineData("::ffff:0:0/96")]
    [InlineData("https://intranet/")]
    [InlineData("in tranet")]
    [InlineData("*.example.org")]
    [InlineData("fd00::/129")]
    public void What_is_neither_a_host_nor_a_network_is_an_error(string text)
    {
        Assert.Null(EgressAllowance.Parse(text, out var problem));
        Assert.Contains("neither", problem, StringComparison.Ordinal);
    }

    private static AddressPolicy Policy(string? allowed = null) =>
        new(allowed is null ? EgressAllowance.None : EgressAllowance.Parse(allowed, out _)!, _ => false);
}
