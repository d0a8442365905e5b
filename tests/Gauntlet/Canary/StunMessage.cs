using System.Buffers.Binary;
using System.Text;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>Tells a STUN or TURN message (RFC 8489, 5) from other datagrams.</summary>
internal static class StunMessage
{
    private const int HeaderLength = 20;
    private const uint MagicCookie = 0x2112A442;
    private const ushort UserName = 0x0006;

    /// <summary>Its type and user name, or null when it is none.</summary>
    public static string? Describe(ReadOnlySpan<byte> message)
    {
        if (message.Length < HeaderLength || BinaryPrimitives.ReadUInt32BigEndian(message[4..]) != MagicCookie)
            return null;
        var type = BinaryPrimitives.ReadUInt16BigEndian(message);
        return $"STUN 0x{type:x4} {User(message[HeaderLength..])}".TrimEnd();
    }

    private static string User(ReadOnlySpan<byte> attributes)
    {
        while (attributes.Length >= 4)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16BigEndian(attributes), BinaryPrimitives.ReadUInt16BigEndian(attributes[2..]));
            if (length > attributes.Length - 4)
                break;
            if (type == UserName)
                return Encoding.UTF8.GetString(attributes.Slice(4, length));
            attributes = attributes[Math.Min(attributes.Length, 4 + (length + 3) / 4 * 4)..];
        }

        return "";
    }
}
