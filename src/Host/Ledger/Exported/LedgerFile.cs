using System.Text.Json;

namespace PluginRoom.Host.Ledger.Exported;

/// <summary>Reads an exported ledger. It comes from anywhere, so whatever it holds is answered in words.</summary>
internal static class LedgerFile
{
    /// <summary>A week of a busy room stays below.</summary>
    public const long MaxBytes = 256L << 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, MaxDepth = 4 };

    /// <summary>The export, or what is wrong with the file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static (LedgerExport? Export, string? Problem) Read(string path)
    {
        // By its length first: what is too large is not brought into memory to say so.
        if (new FileInfo(path).Length > MaxBytes)
            return (null, $"It is larger than {MaxBytes >> 20} MiB, which no ledger that a page saves is.");
        ReadOnlySpan<byte> json = File.ReadAllBytes(path);
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (Malformed(json) is { } malformed)
            return (null, malformed);
        if (FormatOf(json) is var format && format != LedgerExport.CurrentFormat)
            return (null, $"It is no ledger that a page of PluginRoom saved: its \"format\" is {(format is null ? "missing" : $"\"{Shorten(format)}\"")}, and should be \"{LedgerExport.CurrentFormat}\".");
        try
        {
            var export = JsonSerializer.Deserialize<LedgerExport>(json, Options)!;
            return export.Entries.Any(entry => entry is null) ? (null, "One of its entries is null.") : (export, null);
        }
        catch (JsonException e)
        {
            return (null, $"It is no ledger that a page of PluginRoom saved: {Shorten(e.Message)}");
        }
    }

    private static string? Malformed(ReadOnlySpan<byte> json)
    {
        if (json.Trim(" \t\r\n"u8).IsEmpty)
            return "It is empty.";
        try
        {
            // As if more could come: what is wrong so far is no JSON, and what only is not over was cut off.
            var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
            var done = false;
            while (reader.Read())
                done = reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            return done ? null : reader.TokenType == JsonTokenType.None ? "It is no JSON." : "It is cut off: the file ends in the middle.";
        }
        catch (JsonException e)
        {
            return $"It is no JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.";
        }
    }

    private static string? FormatOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.TokenType == JsonTokenType.StartObject ? reader.Read() : reader.CurrentDepth == 1 && reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                return null;
            var isFormat = reader.ValueTextEquals("format"u8);
            reader.Read();
            if (isFormat)
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }

        return null;
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200] + "...";
}
