using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.EndToEnd.Tests.Fixtures;
using PluginRoom.Gauntlet.Hostile;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Gauntlet.DotNet.Running;

/// <summary>One worker with the hostile plugin in it, as the host starts it in one tier.</summary>
internal sealed class HostileProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The control is without limits as well: they are part of what is to be shown.
    private static readonly WorkerLimits None = new(
        MemoryMb: 4000, CpuPercent: 10_000, Threads: 10_000, OpenFiles: 1_000_000, ScratchMb: 4000, StartSeconds: 30, HandlerSeconds: 60, MessagesPerSecond: 1_000_000);

    private static readonly WorkerLimits Usual = new() { StartSeconds = 30, HandlerSeconds = 60 };
    private readonly SupervisedWorker _worker;

    private HostileProcess(SupervisedWorker worker, GauntletRoom room) => (_worker, Room) = (worker, room);

    internal GauntletRoom Room { get; }

    internal static WorkerLauncher Launcher(SandboxTier tier) => new(
        new WorkerOptions { WorkerPath = Prerequisites.Worker, Tier = tier, Floor = tier, StopDeadline = TimeSpan.FromMilliseconds(300) },
        TimeProvider.System,
        NullLogger<WorkerLauncher>.Instance);

    internal static async Task<HostileProcess> StartAsync(WorkerLauncher launcher, SandboxTier tier, string pluginFolder)
    {
        var room = new GauntletRoom(hasGate: tier != SandboxTier.None);
        var spec = new WorkerSpec(
            "test.pluginroom.hostile", "1.0.0", pluginFolder, ServerRuntime.Dotnet, "Hostile.dll", "r1", ["ui.panel"],
            tier == SandboxTier.None ? None : Usual);
        var process = new HostileProcess(launcher.Supervise(spec, room), room);
        Assert.True(await room.RunsAsync(Patience), room.Ending);
        return process;
    }

    /// <summary>What it said, or null when it ended meanwhile.</summary>
    internal Task<string?> AskAsync(string order, IAttempt attempt, Targets targets)
    {
        _worker.SendUiInput(GauntletRoom.Flow, "p1", Encoding.UTF8.GetBytes($"{order}\n{attempt.GetType().FullName}\n{targets}"));
        return Room.NextAsync(Patience);
    }

    public ValueTask DisposeAsync() => _worker.DisposeAsync();
}
