using System.Diagnostics.Metrics;
using PluginRoom.Host.Storage;

namespace PluginRoom.Host.Telemetry;

/// <summary>Failures of what plugins store. How much lies there is read by <see cref="HostGauges"/>.</summary>
internal static class StorageMeter
{
    public const string Name = "PluginRoom.Storage";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("pluginroom.storage.errors", "{error}", "Touches of the disk that failed.");

    public static StorageException Count(StorageException failure)
    {
        Errors.Add(1, new KeyValuePair<string, object?>("code", failure.Code));
        return failure;
    }
}
