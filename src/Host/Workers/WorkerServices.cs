using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Host.Workers;

public static class WorkerServices
{
    public static IServiceCollection AddWorkers(this IServiceCollection services, string workerAssembly, SandboxTier floor) => services
        .AddSingleton(new WorkerOptions { WorkerPath = workerAssembly, Floor = floor })
        .AddSingleton<WorkerLauncher>()
        .AddHostedService<SandboxReport>();

    public static void MapWorkers(this IEndpointRouteBuilder app) => SandboxEndpoint.Map(app);
}
