using Microsoft.Extensions.DependencyInjection.Extensions;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Memory;
using PluginRoom.Host.Rooms.Plugins;
using PluginRoom.Host.Rooms.Plugins.Forgetting;
using PluginRoom.Host.Webhooks;

namespace PluginRoom.Host.Rooms;

public static class RoomServices
{
    public static IServiceCollection AddRooms(this IServiceCollection services, RoomSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(EgressNetwork.Public(EgressAllowance.None, SinkCredentials.None));
        services.TryAddSingleton<WebhookTable>();
        services.TryAddSingleton<HeapCompaction>();
        services.TryAddSingleton<ErasureDesk>();
        services.TryAddSingleton<ForgettingDesk>();
        services.TryAddSingleton<RoomPluginsFactory>();
        services.AddSingleton(settings);
        services.AddSingleton<RoomDirectory>();
        services.AddHostedService<CatalogBroadcast>();
        services.AddHostedService(provider => provider.GetRequiredService<ErasureDesk>());
        return services;
    }
}
