namespace PluginRoom.Host.Storage;

/// <summary>What plugins keep in one room, from its opening to its end. Used on the room's queue only.</summary>
public sealed class RoomStore
{
    private readonly HostStorage _host;
    private readonly string _room;
    private readonly Dictionary<string, PluginStore> _stores = [];

    internal RoomStore(HostStorage host, string room) => (_host, _room) = (host, room);

    /// <summary>The one store of this plugin; opens it, with what an earlier room of this name left for it.</summary>
    public PluginStore Of(string pluginId)
    {
        if (!_stores.TryGetValue(pluginId, out var store))
            _stores.Add(pluginId, store = _host.Open(_room, pluginId));
        return store;
    }

    /// <summary>The plugin was taken out of the room, and everything that it kept there goes with it.</summary>
    public Task DropAsync(string pluginId)
    {
        if (!_stores.Remove(pluginId, out var store))
            return Task.CompletedTask;
        return _host.CloseAsync(_room, pluginId, store, keepLasting: false);
    }

    /// <summary>The room ended. When the task has completed, the keys of all that ends with it are destroyed.</summary>
    public Task CloseAsync()
    {
        var closing = _stores.Select(store => _host.CloseAsync(_room, store.Key, store.Value, keepLasting: true)).ToList();
        _stores.Clear();
        return Task.WhenAll(closing);
    }
}
