using System.Globalization;
using System.Text.Json;
using PluginRoom.Host.Settings;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms;

/// <summary>What an operator may decide about rooms: their size, and the STUN and TURN servers, of which there are none otherwise.</summary>
internal static class RoomSettingsReader
{
    private const string Size = "PLUGINROOM_ROOM_SIZE";
    private const string IceServers = "PLUGINROOM_ICE_SERVERS";
    private const int LargestRoom = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = false,
    };

    public static RoomSettings Read(Func<string, string?> environment)
    {
        var settings = new RoomSettings();
        if (environment(Size) is { Length: > 0 } size)
            settings = settings with { MaxParticipants = ReadSize(size) };
        if (environment(IceServers) is { Length: > 0 } servers)
            settings = settings with { IceServers = ReadIceServers(servers) };
        return settings;
    }

    private static int ReadSize(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 2 and <= LargestRoom
            ? size
            : throw new StartupException($"{Size} must be a number from 2 to {LargestRoom}, but is '{text}'.");

    private static IceServer[] ReadIceServers(string text)
    {
        try
        {
            if (JsonSerializer.Deserialize<IceServer[]>(text, Json) is { } servers && servers.All(IsUsable))
                return servers;
        }
        catch (JsonException)
        {
            // Said below in words; the exception could quote a credential.
        }

        throw new StartupException(
            $$"""{{IceServers}} must be a JSON list such as [{"urls":["turn:turn.example.org:3478"],"username":"u","credential":"c"}] with stun:, stuns:, turn: or turns: URLs.""");
    }

    private static bool IsUsable(IceServer server) =>
        server is { Urls: { Count: > 0 } urls } && urls.All(url => url is not null && url.Split(':', 2) is ["stun" or "stuns" or "turn" or "turns", { Length: > 0 }]);
}
