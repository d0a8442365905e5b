using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PluginRoom.Host.Logging;

/// <summary>For programs: one object on a line. Members: time, level, event, name, category, message, the event's values, exception, at.</summary>
internal static class LogJson
{
    private static readonly string[] Taken = ["time", "level", "event", "name", "category", "message", "exception", "at"];

    // A log is no page, and words without escapes are easier to search.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, WrittenEvent written)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", written.Time.UtcDateTime);
            json.WriteString("level", written.Level.ToString().ToLowerInvariant());
            json.WriteNumber("event", written.Id.Id);
            if (written.Id.Name is { } name)
                json.WriteString("name", name);
            json.WriteString("category", written.Category);
            json.WriteString("message", written.Message);
            WriteValues(json, written);
            if (written.Exception is { } exception)
                WriteException(json, exception);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }

    private static void WriteValues(Utf8JsonWriter json, WrittenEvent written)
    {
        foreach (var (key, value) in written.Values)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(key);
            if (Taken.Contains(name))
                name += "Value";
            if (value is int or long)
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
            else
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteString("exception", ExceptionShape.Types(exception));
        json.WriteStartArray("at");
        foreach (var frame in ExceptionShape.Frames(exception))
            json.WriteStringValue(frame);
        json.WriteEndArray();
    }
}
