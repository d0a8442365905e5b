using PluginRoom.Host.Plugins.Catalog;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>Takes every change of the plugins folder to the queue of every open room.</summary>
internal sealed class CatalogBroadcast(PluginCatalog catalog, RoomDirectory rooms) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        catalog.Changed += Spread;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        catalog.Changed -= Spread;
        return Task.CompletedTask;
    }

    private void Spread(CatalogChange change)
    {
        foreach (var room in rooms.Rooms)
            room.Post(() => room.Plugins.CatalogChanged(change));
    }
}
