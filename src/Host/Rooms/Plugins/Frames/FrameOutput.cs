using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using PluginRoom.Host.Memory;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Frames;

/// <summary>
/// A <see cref="PluginMessage"/> on its way to one or more browsers. Its bytes lie in a buffer of their own, which is wiped when the last
/// of them was written to, or given up; they never become a string.
/// </summary>
[JsonConverter(typeof(FrameOutputWriter))]
internal sealed class FrameOutput : IDisposable
{
    private readonly IMemoryOwner<byte> _owner;
    private readonly int _length;
    private int _addressees = 1;

    /// <param name="data">Copied.</param>
    public FrameOutput(string pluginId, ReadOnlySpan<byte> data)
    {
        (PluginId, _length, _owner) = (pluginId, data.Length, WipedMemory.Shared.Rent(data.Length));
        data.CopyTo(_owner.Memory.Span);
    }

    public string PluginId { get; }

    public ReadOnlySpan<byte> Data => _owner.Memory.Span[.._length];

    /// <summary>Roughly what it weighs on its way: base64.</summary>
    public int Weight => _length / 3 * 4;

    /// <summary>For one more outbox, which disposes of it.</summary>
    public FrameOutput Share()
    {
        Interlocked.Increment(ref _addressees);
        return this;
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref _addressees) == 0)
            _owner.Dispose();
    }
}

internal sealed class FrameOutputWriter : JsonConverter<FrameOutput>
{
    public override FrameOutput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Browsers do not send these.");

    public override void Write(Utf8JsonWriter writer, FrameOutput value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("pluginId"u8, value.PluginId);
        writer.WriteBase64String("data"u8, value.Data);
        writer.WriteEndObject();
    }
}
