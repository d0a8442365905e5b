using System.Net;
using System.Net.Sockets;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class ConnectUnix : IAttempt
{
    public string Vector => "connect to a socket file";

    public string? Try(Targets targets) => Names.Connect(new UnixDomainSocketEndPoint(Path.Combine(targets.Folder, "door")));
}
