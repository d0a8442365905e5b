namespace PluginRoom.Plugins.Whiteboard.Wire;

/// <summary>Reads bytes, LEB128 numbers and the rest of a message; whatever points past the end is refused before anything is allocated.</summary>
internal ref struct MessageReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>2^53 - 1, the largest whole number that JavaScript counts with.</summary>
    private const ulong Largest = (1UL << 53) - 1;

    private ReadOnlySpan<byte> _left = bytes;

    public byte Byte()
    {
        if (_left.IsEmpty)
            throw new MalformedMessageException("The message ends early.");
        var value = _left[0];
        _left = _left[1..];
        return value;
    }

    public long Varint()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (value > Largest || (shift == 49 && next > 0x0f))
                throw new MalformedMessageException("A number is too large.");
            if (next < 0x80)
                return (long)value;
        }
    }

    public readonly byte[] Rest() => _left.ToArray();
}
