using Microsoft.Extensions.Diagnostics.HealthChecks;
using PluginRoom.Host.Storage;

namespace PluginRoom.Host.Health;

/// <summary>Does the disk take something, in a time that a plugin would wait?</summary>
internal sealed class StorageCheck(HostStorage storage, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await storage.TryDiskAsync().WaitAsync(Patience, time, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageException)
        {
            return HealthCheckResult.Unhealthy(HealthReasons.StorageFailing);
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy(HealthReasons.StorageSlow);
        }
    }
}
