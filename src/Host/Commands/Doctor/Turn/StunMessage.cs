using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Commands.Doctor.Turn;

/// <summary>One message of STUN (RFC 8489) as it stands on the wire.</summary>
internal sealed class StunMessage
{
    public const int HeaderLength = 20;
    private const uint MagicCookie = 0x2112A442;
    private const int TransactionLength = 12;

    private readonly List<byte> _bytes;

    private StunMessage(IEnumerable<byte> bytes) => _bytes = [.. bytes];

    public StunMessage(StunType type, ReadOnlySpan<byte> transaction)
    {
        _bytes = [(byte)((ushort)type >> 8), (byte)type, 0, 0, 0x21, 0x12, 0xA4, 0x42, .. transaction];
    }

    public StunType Type => (StunType)BinaryPrimitives.ReadUInt16BigEndian(Bytes);

    public ReadOnlySpan<byte> Transaction => Bytes.AsSpan(8, TransactionLength);

    public byte[] Bytes => [.. _bytes];

    public static byte[] NewTransaction() => RandomNumberGenerator.GetBytes(TransactionLength);

    /// <summary>How long the whole is by its header; null: no message of STUN begins so.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> header) =>
        (header[0] & 0xC0) == 0 && BinaryPrimitives.ReadUInt32BigEndian(header[4..]) == MagicCookie && (header[3] & 3) == 0
            ? HeaderLength + BinaryPrimitives.ReadUInt16BigEndian(header[2..])
            : null;

    /// <summary>Null: it is none, or its attributes do not fit into it.</summary>
    public static StunMessage? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || LengthOf(bytes) != bytes.Length)
            return null;
        for (var rest = bytes[HeaderLength..]; rest.Length > 0;)
        {
            if (rest.Length < 4 || Padded(BinaryPrimitives.ReadUInt16BigEndian(rest[2..])) is var length && length > rest.Length - 4)
                return null;
            rest = rest[(4 + length)..];
        }

        return new StunMessage(bytes.ToArray());
    }

    public StunMessage With(StunAttribute attribute, ReadOnlySpan<byte> value)
    {
        Span<byte> head = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)attribute);
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)value.Length);
        _bytes.AddRange(head);
        _bytes.AddRange(value);
        _bytes.AddRange(new byte[Padded(value.Length) - value.Length]);
        SetLength(_bytes.Count - HeaderLength);
        return this;
    }

    public StunMessage With(StunAttribute attribute, string value) => With(attribute, Encoding.UTF8.GetBytes(value));

    /// <summary>MESSAGE-INTEGRITY (RFC 8489, 14.5) over all that stands before it.</summary>
    /// <param name="key">See <see cref="StunCredential.Key"/>.</param>
    public StunMessage Signed(byte[] key)
    {
        SetLength(_bytes.Count - HeaderLength + 4 + StunCredential.IntegrityLength);
        return With(StunAttribute.MessageIntegrity, StunCredential.Integrity(key, Bytes));
    }

    /// <summary>Whoever made it knows the key.</summary>
    public bool IsSignedBy(byte[] key)
    {
        var bytes = Bytes;
        if (Find(StunAttribute.MessageIntegrity) is not { Length: StunCredential.IntegrityLength } value)
            return false;
        var at = PositionOf(StunAttribute.MessageIntegrity);
        var before = new StunMessage(bytes[..at]);
        before.SetLength(at - HeaderLength + 4 + StunCredential.IntegrityLength);
        return CryptographicOperations.FixedTimeEquals(StunCredential.Integrity(key, before.Bytes), value);
    }

    /// <summary>The first of that kind.</summary>
    public byte[]? Find(StunAttribute attribute)
    {
        var at = PositionOf(attribute);
        return at < 0 ? null : [.. _bytes.GetRange(at + 4, (_bytes[at + 2] << 8) | _bytes[at + 3])];
    }

    public string? FindText(StunAttribute attribute) => Find(attribute) is { } value ? Encoding.UTF8.GetString(value) : null;

    /// <summary>The number of ERROR-CODE (RFC 8489, 14.8), such as 401.</summary>
    public int? Error => Find(StunAttribute.ErrorCode) is { Length: >= 4 } value ? ((value[2] & 7) * 100) + value[3] : null;

    /// <summary>XOR-MAPPED-ADDRESS and its like (RFC 8489, 14.2).</summary>
    public IPAddress? FindAddress(StunAttribute attribute)
    {
        if (Find(attribute) is not { Length: 8 or 20 } value || value[1] != (value.Length == 8 ? 1 : 2))
            return null;
        var mask = _bytes.GetRange(4, 16);
        return new IPAddress([.. value[4..].Select((part, index) => (byte)(part ^ mask[index]))]);
    }

    public StunMessage WithAddress(StunAttribute attribute, IPEndPoint end)
    {
        var mask = _bytes.GetRange(4, 16);
        byte[] port = [(byte)((end.Port >> 8) ^ mask[0]), (byte)(end.Port ^ mask[1])];
        var address = end.Address.GetAddressBytes().Select((part, index) => (byte)(part ^ mask[index]));
        return With(attribute, [0, (byte)(end.AddressFamily == AddressFamily.InterNetwork ? 1 : 2), .. port, .. address]);
    }

    private int PositionOf(StunAttribute attribute)
    {
        for (var at = HeaderLength; at + 4 <= _bytes.Count; at += 4 + Padded((_bytes[at + 2] << 8) | _bytes[at + 3]))
            if (((_bytes[at] << 8) | _bytes[at + 1]) == (ushort)attribute)
                return at;
        return -1;
    }

    private void SetLength(int length) => (_bytes[2], _bytes[3]) = ((byte)(length >> 8), (byte)length);

    private static int Padded(int length) => (length + 3) & ~3;
}
