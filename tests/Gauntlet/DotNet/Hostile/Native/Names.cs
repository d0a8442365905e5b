using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PluginRoom.Gauntlet.Hostile.Native;

/// <summary>Things that several attempts say the same way.</summary>
internal static class Names
{
    internal static string Read(string path) => File.ReadAllText(path);

    /// <summary>Null where nothing can be written.</summary>
    internal static string OpenForWriting(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        return "opened " + path;
    }

    internal static string Connect(EndPoint end)
    {
        using var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(end);
        socket.Send("hostile"u8);
        return "connected";
    }

    internal static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).Replace('\0', ' ');
}
