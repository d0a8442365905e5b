using System.Buffers.Binary;
using System.Text;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>The first question of a DNS message (RFC 1035, 4.1), and the answer to it.</summary>
internal sealed record DnsQuestion(ushort Id, string Name, ushort Type, byte[] Section)
{
    private const int HeaderLength = 12;
    private const ushort Address = 1;
    private const ushort NoSuchName = 3;

    public static DnsQuestion? Read(ReadOnlySpan<byte> message)
    {
        if (message.Length < HeaderLength + 5)
            return null;
        var labels = new List<string>();
        var at = HeaderLength;
        while (at < message.Length && message[at] is > 0 and < 64 and var length)
        {
            if (at + 1 + length > message.Length)
                return null;
            labels.Add(Encoding.ASCII.GetString(message.Slice(at + 1, length)));
            at += 1 + length;
        }

        return at + 5 > message.Length
            ? null
            : new(
                BinaryPrimitives.ReadUInt16BigEndian(message),
                string.Join('.', labels),
                BinaryPrimitives.ReadUInt16BigEndian(message[(at + 1)..]),
                message[HeaderLength..(at + 5)].ToArray());
    }

    /// <summary>127.0.0.1 for an address that is wanted of a name that is known; nothing else has an answer.</summary>
    public byte[] Answer(bool isKnown)
    {
        var hasAddress = isKnown && Type == Address;
        // A pointer to the name, type A, class IN, 1 s to live, 4 bytes.
        byte[] record = hasAddress ? [0xC0, HeaderLength, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1] : [];
        var answer = new byte[HeaderLength + Section.Length + record.Length];
        BinaryPrimitives.WriteUInt16BigEndian(answer, Id);
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(2), (ushort)(0x8580 | (isKnown ? 0 : NoSuchName)));
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(4), 1);
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(6), (ushort)(hasAddress ? 1 : 0));
        Section.CopyTo(answer, HeaderLength);
        record.CopyTo(answer, HeaderLength + Section.Length);
        return answer;
    }
}
