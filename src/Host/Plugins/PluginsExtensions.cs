using PluginRoom.Host.Plugins.Catalog;

namespace PluginRoom.Host.Plugins;

internal static class PluginsExtensions
{
    public static void AddPlugins(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PluginCatalog>();
    }
}
