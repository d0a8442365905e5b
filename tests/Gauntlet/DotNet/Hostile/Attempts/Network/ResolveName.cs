using System.Net;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class ResolveName : IAttempt
{
    public string Vector => "resolve a name of the machine";

    public string? Try(Targets targets) => Dns.GetHostAddresses("localhost").FirstOrDefault()?.ToString();
}
