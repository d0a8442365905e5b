using Microsoft.Extensions.Diagnostics.HealthChecks;
using PluginRoom.Host.Plugins.Catalog;

namespace PluginRoom.Host.Health;

/// <summary>Has every folder that lay in the plugins folder at the start been decided?</summary>
internal sealed class PluginsCheck(PluginCatalog catalog) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(catalog.IsSettled ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(HealthReasons.PluginsSettling));
}
