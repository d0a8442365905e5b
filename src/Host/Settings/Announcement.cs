using System.Net;

namespace PluginRoom.Host.Settings;

/// <summary>The two lines on standard output once the host really listens. Scripts wait for the first; people open the second.</summary>
internal static class Announcement
{
    public static async Task WriteAsync(TextWriter output, WebApplication app)
    {
        var address = app.Urls.First();
        await output.WriteLineAsync($"Listening on {address}");
        await output.WriteLineAsync($"Try a room: {Reachable(address)}/r/{RoomNameSuggestion.Next()}");
        await output.FlushAsync();
    }

    // "All addresses" is no address that a browser can open.
    private static string Reachable(string address)
    {
        var parsed = BindingAddress.Parse(address);
        return IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? $"{parsed.Scheme}://127.0.0.1:{parsed.Port}"
            : address;
    }
}
