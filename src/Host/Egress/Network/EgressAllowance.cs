using System.Net;
using System.Net.Sockets;

namespace PluginRoom.Host.Egress.Network;

/// <summary>What the operator lists in <c>--egress-allow</c>: host names and networks that plugins may reach though they are not public.</summary>
public sealed class EgressAllowance
{
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> _networks = [];

    public static EgressAllowance None { get; } = new();

    /// <param name="text">Names, addresses and networks (10.1.0.0/16) separated by commas.</param>
    /// <param name="problem">What to correct when the result is null.</param>
    public static EgressAllowance? Parse(string text, out string problem)
    {
        var allowance = new EgressAllowance();
        problem = string.Empty;
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (TryNetwork(entry) is { } network)
            {
                allowance._networks.Add(network);
                continue;
            }

            if (Uri.CheckHostName(entry) != UriHostNameType.Dns || entry.All(c => char.IsAsciiDigit(c) || c == '.'))
            {
                problem = $"'{entry}' is neither a host name, nor an IP address, nor a network such as 10.1.0.0/16";
                return null;
            }

            allowance._hosts.Add(entry);
        }

        return allowance;
    }

    public bool IsNone => _hosts.Count == 0 && _networks.Count == 0;

    public bool Has(string host) => _hosts.Contains(host);

    public bool Has(IPAddress address) => _networks.Exists(network => network.Contains(address));

    private static IPNetwork? TryNetwork(string entry)
    {
        // An IPv4 address in IPv6 clothes would match both kinds.
        if (entry.Contains('/'))
            return IPNetwork.TryParse(entry, out var network) && !network.BaseAddress.IsIPv4MappedToIPv6 ? network : null;

        // "1" would be read as 0.0.0.1, which nobody means.
        if (!IPAddress.TryParse(entry, out var address) || address.IsIPv4MappedToIPv6 || (!entry.Contains(':') && entry.Count(c => c == '.') != 3))
            return null;
        return new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }
}
