using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Bench.Isolation;

/// <summary>A launcher for each way in which this machine can confine a worker, weakest first.</summary>
internal static class Tiers
{
    private static readonly SandboxTier[] All = [SandboxTier.None, SandboxTier.Landlock, SandboxTier.Namespaces];

    internal static async Task<IReadOnlyList<(string Name, WorkerLauncher Launcher)>> HereAsync()
    {
        var here = new List<(string, WorkerLauncher)>();
        foreach (var tier in All)
        {
            var launcher = Launcher(tier);
            var readiness = await launcher.ProbeAsync(CancellationToken.None);
            if (readiness.IsReady)
                here.Add(($"tier {(int)tier}", launcher));
            else
                Console.WriteLine($"tier {(int)tier} is not to be had here: {readiness.Message}");
        }

        return here;
    }

    private static WorkerLauncher Launcher(SandboxTier tier) => new(
        new() { WorkerPath = BuiltParts.WorkerAssembly, Tier = tier, Floor = SandboxTier.None, MessageBytesPerSecond = int.MaxValue },
        TimeProvider.System,
        NullLogger<WorkerLauncher>.Instance);
}
