using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Signaling;

/// <summary>
/// Reads a <see cref="RelayRequest"/> as strictly as <see cref="StrictJson"/> does and writes a <see cref="Relayed"/>, without ever
/// making a string of the sealed content. What is wrong with a message is kept in it, because an exception here would
/// reach the sender without a code.
/// </summary>
public sealed class SealedMessageConverter : JsonConverter<SealedMessage>
{
    // In base64url: a nonce and a tag around nothing; 32 KiB; 4 KiB.
    private const int MinSealed = 28 * 4 / 3;
    private const int MaxDescription = ((32 * 1024 * 4) + 2) / 3;
    private const int MaxCandidate = ((4 * 1024 * 4) + 2) / 3;
    private const int MaxId = 64;

    private static readonly SearchValues<byte> Base64Url =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    private static readonly HubError NotARelay = Refusals.Malformed("A relay has exactly the strings to, kind (description or candidate) and sealed.");
    private static readonly HubError NotSealed = Refusals.Malformed("sealed is base64url of a 12 byte nonce and an AES-256-GCM ciphertext.");

    public override bool HandleNull => true;

    public override SealedMessage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return new SealedMessage(NotARelay);
        }

        HubError? problem = null;
        string? to = null;
        SealedKind? kind = null;
        SealedContent? content = null;
        // Reads on to the end of the object whatever is wrong: SignalR has more to read after it.
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (to is null && reader.ValueTextEquals("to"u8))
                to = ReadId(ref reader);
            else if (kind is null && reader.ValueTextEquals("kind"u8))
                kind = ReadKind(ref reader);
            else if (content is null && reader.ValueTextEquals("sealed"u8))
                content = ReadContent(ref reader, ref problem);
            else
                problem = SkipUnknown(ref reader);
        }

        if (problem is null && (to is null || kind is null || content is null))
            problem = NotARelay;
        if (problem is null && kind == SealedKind.Candidate && content!.Length > MaxCandidate)
            problem = Refusals.TooLarge;
        if (problem is null)
            return new SealedMessage(to!, kind!.Value, content!);
        content?.Dispose();
        return new SealedMessage(problem);
    }

    public override void Write(Utf8JsonWriter writer, SealedMessage value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("from"u8, value.Participant);
        writer.WriteString("kind"u8, value.Kind == SealedKind.Description ? "description"u8 : "candidate"u8);
        writer.WriteString("sealed"u8, value.Sealed);
        writer.WriteEndObject();
    }

    private static string? ReadId(ref Utf8JsonReader reader) =>
        NextIsPlainString(ref reader) && LengthOf(reader) <= MaxId ? reader.GetString() : null;

    private static SealedKind? ReadKind(ref Utf8JsonReader reader) => !NextIsPlainString(ref reader) ? null
        : reader.ValueTextEquals("description"u8) ? SealedKind.Description
        : reader.ValueTextEquals("candidate"u8) ? SealedKind.Candidate
        : null;

    private static SealedContent? ReadContent(ref Utf8JsonReader reader, ref HubError? problem)
    {
        if (!NextIsPlainString(ref reader))
            return null;
        var length = LengthOf(reader);
        if (length > MaxDescription)
        {
            problem ??= Refusals.TooLarge;
            return null;
        }

        var content = new SealedContent((int)length);
        reader.CopyString(content.Writable);
        // No base64 text leaves one character over.
        if (length >= MinSealed && length % 4 != 1 && !content.Bytes.ContainsAnyExcept(Base64Url))
            return content;
        problem ??= NotSealed;
        content.Dispose();
        return null;
    }

    private static HubError SkipUnknown(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
        return NotARelay;
    }

    /// <summary>Moves to the value. What is no string, or has escapes that none of the three ever needs, is skipped.</summary>
    private static bool NextIsPlainString(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped)
            return true;
        reader.Skip();
        return false;
    }

    private static long LengthOf(in Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
}
