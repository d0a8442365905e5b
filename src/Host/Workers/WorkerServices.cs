namespace PluginRoom.Host.Workers;

public static class WorkerServices
{
    public static IServiceCollection AddWorkers(this IServiceCollection services, string workerAssembly) => services
        .AddSingleton(new WorkerOptions { WorkerPath = workerAssembly })
        .AddSingleton<WorkerLauncher>()
        .AddHostedService<SandboxReport>();
}
