using System.Net;
using System.Net.Sockets;

namespace PluginRoom.Host.Egress.Network;

/// <summary>
/// Connects to a sink's machine: the name is resolved once, every address of the answer is checked, and the connection goes to
/// one of exactly these. Whoever answers the name differently a moment later is not asked again.
/// </summary>
public sealed class PinnedConnector(AddressPolicy policy, PinnedConnector.NameResolver resolve)
{
    /// <summary>More are not tried: each costs this host a connection attempt.</summary>
    private const int MaxTried = 4;

    public delegate Task<IPAddress[]> NameResolver(string host, CancellationToken cancellationToken);

    /// <exception cref="EgressException">The name is unknown, leads where plugins may not go, or nobody answers there.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(endPoint.Host, cancellationToken).ConfigureAwait(false);
        foreach (var address in addresses)
            if (policy.Problem(endPoint.Host, address) is { } problem)
                throw new EgressException(
                    EgressProblem.Address,
                    $"{endPoint.Host} leads to {problem}, which plugins may not reach. The host's operator can list it in --egress-allow.");
        SocketException? last = null;
        foreach (var address in addresses.Take(MaxTried))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, endPoint.Port, cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException wrong)
            {
                socket.Dispose();
                last = wrong;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw new EgressException(EgressProblem.Connection, $"Nobody answers at {endPoint.Host}:{endPoint.Port}.", last);
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        try
        {
            var addresses = await resolve(host, cancellationToken).ConfigureAwait(false);
            return addresses.Length > 0 ? addresses : throw NoSuchName(host, null);
        }
        catch (SocketException wrong)
        {
            throw NoSuchName(host, wrong);
        }
    }

    private static EgressException NoSuchName(string host, Exception? inner) =>
        new(EgressProblem.Name, $"The name {host} leads to no address.", inner);
}
