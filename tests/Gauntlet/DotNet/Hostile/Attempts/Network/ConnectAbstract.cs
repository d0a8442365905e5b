using System.Net;
using System.Net.Sockets;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class ConnectAbstract : IAttempt
{
    public string Vector => "connect to an abstract socket";

    public string? Try(Targets targets) => Names.Connect(new UnixDomainSocketEndPoint("\0" + targets.Abstract));
}
