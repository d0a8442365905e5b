using System.Buffers.Binary;
using System.Text;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>Twelve bytes and whatever follows, as a hostile worker puts them: nothing here keeps to the protocol by itself.</summary>
internal static class RawFrame
{
    internal static byte[] Of(WorkerFrameType type, uint id, ReadOnlySpan<byte> payload) => Of((uint)type, id, (uint)payload.Length, payload);

    internal static byte[] Of(WorkerFrameType type, uint id, string json) => Of(type, id, Encoding.UTF8.GetBytes(json));

    /// <param name="first">The type and the three bytes that have to be zero.</param>
    /// <param name="length">As announced.</param>
    internal static byte[] Of(uint first, uint id, uint length, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[FrameHeader.Size + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, first);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), id);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8), length);
        payload.CopyTo(frame.AsSpan(FrameHeader.Size));
        return frame;
    }

    /// <summary>The ids of the frames in a stream that ask for a reply, by a reading of its own: how many may be answered with each.</summary>
    internal static Dictionary<uint, int> Asked(ReadOnlySpan<byte> stream)
    {
        var asked = new Dictionary<uint, int>();
        while (stream.Length >= FrameHeader.Size)
        {
            var id = BinaryPrimitives.ReadUInt32LittleEndian(stream[4..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(stream[8..]);
            if (stream[1] + stream[2] + stream[3] != 0 || length > 1 << 20 || stream.Length - FrameHeader.Size < length)
                break;
            if (stream[0] is (byte)WorkerFrameType.Call or (byte)WorkerFrameType.UiOutput)
                asked[id] = asked.GetValueOrDefault(id) + 1;
            stream = stream[(FrameHeader.Size + (int)length)..];
        }

        return asked;
    }
}
