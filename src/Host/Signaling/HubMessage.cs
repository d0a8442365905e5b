using System.Text.Json;
using System.Text.Json.Serialization;
using PluginRoom.Host.Memory;

namespace PluginRoom.Host.Signaling;

/// <summary>The one argument of a hub method, as JSON text in a buffer that is wiped: a browser may have put anything into it.</summary>
[JsonConverter(typeof(HubMessageConverter))]
public sealed class HubMessage : IDisposable
{
    private readonly WipedWriter _text;

    internal HubMessage(WipedWriter text) => _text = text;

    internal ReadOnlySpan<byte> Json => _text.Written;

    public void Dispose() => _text.Dispose();

    // SignalR's trace log writes arguments by their ToString.
    public override string ToString() => nameof(HubMessage);
}

/// <summary>Copies tokens as they came. What they mean is read later, where a problem can be answered.</summary>
internal sealed class HubMessageConverter : JsonConverter<HubMessage>
{
    public override bool HandleNull => true;

    public override HubMessage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (text, depth, isFirst) = (new WipedWriter(), reader.CurrentDepth, true);
        Copy(ref reader, text, ref isFirst);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            do
            {
                reader.Read();
                Copy(ref reader, text, ref isFirst);
            }
            while (reader.CurrentDepth > depth);
        return new HubMessage(text);
    }

    public override void Write(Utf8JsonWriter writer, HubMessage value, JsonSerializerOptions options) =>
        throw new NotSupportedException("The host only reads these.");

    private static void Copy(ref Utf8JsonReader reader, WipedWriter text, ref bool isFirst)
    {
        if (!isFirst && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            Put(text, ","u8);
        isFirst = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName;
        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        if (isText)
            Put(text, "\""u8);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.EndObject or JsonTokenType.EndArray)
            Put(text, Bracket(reader.TokenType));
        else if (reader.HasValueSequence)
            foreach (var part in reader.ValueSequence)
                Put(text, part.Span);
        else
            Put(text, reader.ValueSpan);
        if (isText)
            Put(text, reader.TokenType == JsonTokenType.PropertyName ? "\":"u8 : "\""u8);
    }

    private static ReadOnlySpan<byte> Bracket(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "{"u8,
        JsonTokenType.EndObject => "}"u8,
        JsonTokenType.StartArray => "["u8,
        _ => "]"u8,
    };

    private static void Put(WipedWriter text, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(text.GetSpan(bytes.Length));
        text.Advance(bytes.Length);
    }
}
