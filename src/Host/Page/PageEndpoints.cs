using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Page;

public static class PageEndpoints
{
    public static void MapPage(this WebApplication app, HostSettings settings)
    {
        app.MapGet("/health", () => Results.Text("ok"));
    }
}
