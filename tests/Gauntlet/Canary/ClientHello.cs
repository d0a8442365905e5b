using System.Buffers.Binary;
using System.Text;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>Reads the server name out of a TLS ClientHello (RFC 8446, 4.1.2; RFC 6066, 3).</summary>
internal static class ClientHello
{
    public const byte HandshakeRecord = 0x16;

    private const ushort ServerNameExtension = 0;

    /// <summary>Null when there is none, or the hello is cut short.</summary>
    public static string? ServerName(ReadOnlySpan<byte> record)
    {
        try
        {
            // Record header 5, handshake header 4, version 2, random 32.
            var rest = record[43..];
            rest = rest[(1 + rest[0])..];
            rest = rest[(2 + BinaryPrimitives.ReadUInt16BigEndian(rest))..];
            rest = rest[(1 + rest[0])..];
            rest = rest[2..];
            while (BinaryPrimitives.ReadUInt16BigEndian(rest) != ServerNameExtension)
                rest = rest[(4 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]))..];

            // Extension header 4, list length 2, type 1.
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[7..]);
            return Encoding.ASCII.GetString(rest.Slice(9, length));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
        catch (IndexOutOfRangeException)
        {
            return null;
        }
    }
}
