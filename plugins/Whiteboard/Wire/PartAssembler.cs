using System.Buffers;

namespace PluginRoom.Plugins.Whiteboard.Wire;

/// <summary>
/// Messages larger than the transport takes travel as parts: byte 0x7F, varint transfer, varint index, varint count, bytes. Parts of a
/// transfer arrive in order; a new transfer from the same sender replaces one that was never finished. One assembler for each sender.
/// </summary>
internal sealed class PartAssembler(int limit)
{
    private const byte Part = 0x7f;

    /// <summary>Room for the header of a part: a byte and three varints.</summary>
    private const int Header = 32;

    private readonly List<byte[]> _parts = [];
    private long _transfer = -1;

    /// <summary>Bytes held until the message is complete.</summary>
    public int Held { get; private set; }

    /// <summary>The whole message, or null while parts are missing.</summary>
    /// <exception cref="MalformedMessageException"/>
    public ReadOnlyMemory<byte>? Take(ReadOnlyMemory<byte> message)
    {
        if (message.Length == 0 || message.Span[0] != Part)
            return message;
        var reader = new MessageReader(message.Span[1..]);
        var (transfer, index, count) = (reader.Varint(), reader.Varint(), reader.Varint());
        if (index == 0)
            Reset(transfer);
        Add(transfer, index, count, reader.Rest());
        // Not `? Finish() : null`: a null array would become an empty message.
        if (index < count - 1)
            return null;
        return Finish();
    }

    /// <summary>Cuts a message into what the transport takes.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Split(byte[] message, int limit, long transfer)
    {
        if (message.Length <= limit)
        {
            yield return message;
            yield break;
        }

        var room = limit - Header;
        var count = (message.Length + room - 1) / room;
        for (var index = 0; index < count; index++)
        {
            var writer = new ArrayBufferWriter<byte>(limit);
            writer.Write([Part]);
            ServerWire.WriteVarint(writer, transfer);
            ServerWire.WriteVarint(writer, index);
            ServerWire.WriteVarint(writer, count);
            writer.Write(message.AsSpan(index * room, Math.Min(room, message.Length - index * room)));
            yield return writer.WrittenMemory;
        }
    }

    private void Add(long transfer, long index, long count, byte[] part)
    {
        var fits = transfer == _transfer && index == _parts.Count && index < count && part.Length > 0;
        if (!fits || Held + (long)part.Length > limit)
        {
            Reset(-1);
            throw new MalformedMessageException(fits ? "The parts are larger than a message may be." : "A part is out of order.");
        }

        _parts.Add(part);
        Held += part.Length;
    }

    private byte[] Finish()
    {
        var whole = new byte[Held];
        var at = 0;
        foreach (var part in _parts)
        {
            part.CopyTo(whole, at);
            at += part.Length;
        }

        Reset(-1);
        return whole;
    }

    private void Reset(long transfer)
    {
        _transfer = transfer;
        _parts.Clear();
        Held = 0;
    }
}
