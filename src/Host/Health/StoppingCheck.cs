using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PluginRoom.Host.Health;

/// <summary>A host that is asked to stop takes nobody new.</summary>
internal sealed class StoppingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy(HealthReasons.Stopping) : HealthCheckResult.Healthy());
}
