using System.Diagnostics.Metrics;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Telemetry;

/// <summary>What there is now, read when somebody asks.</summary>
internal sealed class HostGauges : IHostedService
{
    public const string Name = "PluginRoom.Host";

    private static readonly string[] StorageFiles = ["storage.db", "storage.db-wal", "storage.keys"];

    public HostGauges(IMeterFactory meters, RoomDirectory rooms, PluginCatalog catalog, HostSettings settings)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableUpDownCounter("pluginroom.rooms", () => rooms.Rooms.Count, "{room}", "Open rooms.");
        meter.CreateObservableUpDownCounter("pluginroom.people", () => rooms.Rooms.Sum(static room => room.Participants.Count), "{person}", "People with a seat, in all rooms together.");
        meter.CreateObservableUpDownCounter("pluginroom.plugins", () => CountPlugins(catalog), "{plugin}", "Plugin folders, by state.");
        meter.CreateObservableUpDownCounter("pluginroom.storage.size", () => SizeOf(settings.DataFolder), "By", "Files of what plugins store.");
    }

    // Made when the host starts, so that it is there for whoever listens.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<Measurement<int>> CountPlugins(PluginCatalog catalog) => catalog.Entries
        .GroupBy(static entry => entry.StateName)
        .Select(static state => new Measurement<int>(state.Count(), new KeyValuePair<string, object?>("state", state.Key)));

    private static long SizeOf(string folder) =>
        StorageFiles.Select(name => new FileInfo(Path.Combine(folder, name))).Sum(static file => file.Exists ? file.Length : 0);
}
