using System.Net;
using System.Net.NetworkInformation;

namespace PluginRoom.Host.Egress.Network;

/// <summary>Which machines plugins may reach: public ones that are not this one, and those that the operator listed.</summary>
/// <param name="isOwn">An address of this machine.</param>
public sealed class AddressPolicy(EgressAllowance allowance, Func<IPAddress, bool> isOwn)
{
    public AddressPolicy(EgressAllowance allowance)
        : this(allowance, IsOfThisMachine)
    {
    }

    /// <summary>Null when plugins may reach it; else why not.</summary>
    public string? Problem(string host, IPAddress address)
    {
        if (Special(address) is not { } special || allowance.Has(host))
            return null;

        // A network of translated addresses that is listed opens that network, not what hides behind it.
        if (allowance.Has(address) && (SpecialNetworks.Embedded(address) is not { } inner || Special(inner) is null || allowance.Has(inner)))
            return null;
        return special;
    }

    private string? Special(IPAddress address) =>
        SpecialNetworks.Describe(address) ?? (isOwn(address) ? "an address of the machine that hosts this room" : null);

    private static bool IsOfThisMachine(IPAddress address) =>
        NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Any(own => own.Address.Equals(address));
}
