using System.Text.Json;
using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Signaling;

/// <summary>Reads what a browser sent: unknown, missing or doubled fields, wrong types and nesting are refused, not repaired.</summary>
public static class StrictJson
{
    private const int MaxDepth = 8;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = MaxDepth,
    };

    public static Outcome<T> Read<T>(HubMessage message)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(message.Json, Options) is { } value ? value : Malformed<T>("null");
        }
        catch (JsonException exception)
        {
            // The path names a field; the exception's message could quote what was in it.
            return Malformed<T>(exception.Path);
        }
        catch (InvalidOperationException)
        {
            // A string that is no valid Unicode.
            return Malformed<T>(null);
        }
    }

    private static HubError Malformed<T>(string? path) =>
        Refusals.Malformed($"This is no {typeof(T).Name}{(path is null ? "" : $" (at {Shorten(path)})")}. See web/src/signaling/protocol.generated.ts.");

    // A path holds field names, and those are the sender's as well.
    private static string Shorten(string path) => path.Length <= 80 ? path : path[..80];
}
