using System.Net;
using System.Net.Sockets;

namespace PluginRoom.Host.Egress.Network;

/// <summary>
/// Addresses that are not on the public internet: the IANA special-purpose registries (RFC 6890 and what was added since) and
/// what clouds answer their own machines at.
/// </summary>
internal static class SpecialNetworks
{
    private static readonly (IPNetwork Network, string Words)[] V4 =
    [
        Entry("0.0.0.0/8", "this machine"),
        Entry("10.0.0.0/8", "a private network"),
        Entry("100.64.0.0/10", "a provider's inner network"),
        Entry("127.0.0.0/8", "this machine"),
        Entry("168.63.129.16/32", "a cloud's own service"),
        Entry("169.254.0.0/16", "a link-local address or a cloud's metadata"),
        Entry("172.16.0.0/12", "a private network"),
        Entry("192.0.0.0/24", "an address for protocols"),
        Entry("192.0.2.0/24", "an address for documentation"),
        Entry("192.88.99.0/24", "a relay"),
        Entry("192.168.0.0/16", "a private network"),
        Entry("198.18.0.0/15", "a test network"),
        Entry("198.51.100.0/24", "an address for documentation"),
        Entry("203.0.113.0/24", "an address for documentation"),
        Entry("224.0.0.0/4", "a multicast group"),
        Entry("240.0.0.0/4", "a reserved address"),
    ];

    // Only 2000::/3 is given out for the internet, so everything else is special without being listed.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly (IPNetwork Network, string Words)[] V6 =
    [
        Entry("::1/128", "this machine"),
        Entry("::/128", "this machine"),
        Entry("fe80::/10", "a link-local address"),
        Entry("fc00::/7", "a private network or a cloud's metadata"),
        Entry("ff00::/8", "a multicast group"),
        Entry("::ffff:0:0/96", "an IPv4 address in disguise"),
        Entry("64:ff9b::/96", "a translated IPv4 address"),
        Entry("64:ff9b:1::/48", "a translated IPv4 address"),
        Entry("2001::/23", "an address for protocols"),
        Entry("2001:db8::/32", "an address for documentation"),
        Entry("2002::/16", "a tunnelled IPv4 address"),
        Entry("3fff::/20", "an address for documentation"),
    ];

    /// <summary>What the address is instead of a public one; null for a public one.</summary>
    public static string? Describe(IPAddress address)
    {
        var table = address.AddressFamily == AddressFamily.InterNetwork ? V4 : V6;
        foreach (var (network, words) in table)
            if (network.Contains(address))
                return words;
        return address.AddressFamily == AddressFamily.InterNetwork || Global.Contains(address) ? null : "a reserved address";
    }

    /// <summary>The IPv4 address that packets to this IPv6 address end at, where one is embedded (RFC 4291, 6052, 3056, 4380).</summary>
    public static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.IsIPv4MappedToIPv6 || Array.Exists(Translated, network => network.Contains(address)) || bytes[..12].IndexOfAnyExcept((byte)0) < 0)
            return new IPAddress(bytes[12..]);
        if (address.IsIPv6Teredo)
        {
            var client = bytes[12..];
            for (var i = 0; i < client.Length; i++)
                client[i] ^= 0xff;
            return new IPAddress(client);
        }

        return SixToFour.Contains(address) ? new IPAddress(bytes[2..6]) : null;
    }

    // The second is for networks of one's own (RFC 8215), where the last four bytes are as usual as they are not prescribed.
    private static readonly IPNetwork[] Translated = [IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("64:ff9b:1::/48")];
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    private static (IPNetwork Network, string Words) Entry(string network, string words) => (IPNetwork.Parse(network), words);
}
