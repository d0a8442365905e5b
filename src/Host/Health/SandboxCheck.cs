using Microsoft.Extensions.Diagnostics.HealthChecks;
using PluginRoom.Host.Workers;

namespace PluginRoom.Host.Health;

/// <summary>Is it known whether plugins' server sides can be confined here? Where they cannot, rooms work all the same.</summary>
internal sealed class SandboxCheck(WorkerLauncher launcher) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(launcher.RunsWorkers switch
        {
            null => HealthCheckResult.Unhealthy(HealthReasons.SandboxProbing),
            false => HealthCheckResult.Degraded(HealthReasons.SandboxNone),
            true => HealthCheckResult.Healthy(),
        });
}
