using System.Net.NetworkInformation;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sockets;

internal sealed class NetworkManagement : IAttempt
{
    public string Vector => "list the machine's network interfaces";

    public string? Try(Targets targets) => NetworkInterface.GetAllNetworkInterfaces().Select(card => card.Name).FirstOrDefault(name => name != "lo");
}
