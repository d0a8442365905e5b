using System.Text;
using System.Text.Json;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>
/// A valid manifest as JavaScript's <c>JSON.stringify</c> writes it: no white space, members in the order of the file. So the hash
/// over it does not depend on how an editor lays the file out.
/// </summary>
internal static class CanonicalJson
{
    public static byte[] Without(string member, ReadOnlyMemory<byte> file)
    {
        using var document = JsonDocument.Parse(JsonText.WithoutMark(file));
        var text = new StringBuilder();
        Write(document.RootElement, text, member);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(JsonElement value, StringBuilder text, string? except = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = value.EnumerateObject().Where(member => member.Name != except);
                WriteAll('{', members, '}', text, member =>
                {
                    WriteText(member.Name, text);
                    text.Append(':');
                    Write(member.Value, text);
                });
                break;
            case JsonValueKind.Array:
                WriteAll('[', value.EnumerateArray(), ']', text, item => Write(item, text));
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, text);
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteAll<T>(char open, IEnumerable<T> items, char close, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        foreach (var (index, item) in items.Index())
        {
            if (index > 0)
                text.Append(',');
            write(item);
        }

        text.Append(close);
    }

    // A manifest that was read has no control characters, so these two are all that is escaped.
    private static void WriteText(string value, StringBuilder text) =>
        text.Append('"').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
}
