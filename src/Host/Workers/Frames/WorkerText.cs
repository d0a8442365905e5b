using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PluginRoom.Host.Memory;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>
/// JSON of frames, without leaving copies of what is in it: written into wiped buffers, and bytes read into arrays that stay where they
/// are, so that whoever is done with them can overwrite them.
/// </summary>
internal static class WorkerText
{
    private static readonly WorkerJson Json =
        new(new JsonSerializerOptions(WorkerJson.Default.Options) { Converters = { new PinnedBytes(), new UnpooledText() } });

    internal static WorkerCall? ReadCall(ReadOnlySpan<byte> payload) => JsonSerializer.Deserialize(payload, Json.WorkerCall);

    internal static void Write(WipedWriter text, CallReply reply)
    {
        using var writer = new Utf8JsonWriter(text);
        JsonSerializer.Serialize(writer, reply, Json.CallReply);
    }

    internal static void Write(WipedWriter text, WorkerEvent message)
    {
        using var writer = new Utf8JsonWriter(text);
        JsonSerializer.Serialize(writer, message, Json.WorkerEvent);
    }

    private sealed class PinnedBytes : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException();
            using var text = WipedMemory.Shared.Rent(reader.HasValueSequence ? (int)reader.ValueSequence.Length : reader.ValueSpan.Length);
            var base64 = text.Memory.Span[..reader.CopyString(text.Memory.Span)];
            if (Base64.DecodeFromUtf8InPlace(base64, out var count) != OperationStatus.Done)
                throw new JsonException();
            var bytes = GC.AllocateUninitializedArray<byte>(count, pinned: true);
            base64[..count].CopyTo(bytes);
            return bytes;
        }

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value);
    }

    /// <summary>The framework's writer escapes in arrays of a pool that nobody clears. Here what JSON needs is escaped (RFC 8259, section 7).</summary>
    private sealed class UnpooledText : JsonConverter<string>
    {
        private const int LongestEscape = 6;

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            using var text = WipedMemory.Shared.Rent((value.Length * LongestEscape) + 2);
            var target = text.Memory.Span;
            target[0] = (byte)'"';
            var length = 1;
            foreach (var rune in value.EnumerateRunes())
                length += Put(rune, target[length..]);
            target[length++] = (byte)'"';
            writer.WriteRawValue(target[..length], skipInputValidation: true);
        }

        private static int Put(Rune rune, Span<byte> target)
        {
            if (rune.Value is not ('"' or '\\' or < ' '))
                return rune.EncodeToUtf8(target);
            target[0] = (byte)'\\';
            target[1] = (byte)'u';
            _ = Utf8Formatter.TryFormat(rune.Value, target[2..], out var digits, new StandardFormat('x', 4));
            return 2 + digits;
        }
    }
}
