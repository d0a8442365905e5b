using PluginRoom.Host.Plugins.Catalog;

namespace PluginRoom.Host.Plugins;

internal static class PluginsExtensions
{
    public static void AddPlugins(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PluginCatalog>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PluginCatalog>());
    }

    public static void MapPlugins(this WebApplication app) => CatalogEndpoint.Map(app);
}
