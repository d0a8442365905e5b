using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Worker.Tests.Rig;

namespace PluginRoom.Worker.Tests.Limits;

/// <summary>A plugin that breaks limits, and one of the same host that must not notice.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private readonly SupervisedWorker _echo;
    private readonly TestRoom _echoRoom;
    private readonly int _echoProcess;
    private readonly SandboxTier? _tier;
    private int _said;

    private Neighbours(SupervisedWorker echo, TestRoom echoRoom, SupervisedWorker bad, TestRoom room, SandboxTier? tier)
    {
        (_echo, _echoRoom, Bad, Room, _tier) = (echo, echoRoom, bad, room, tier);
        _echoProcess = echo.Current!.ProcessId;
    }

    internal SupervisedWorker Bad { get; }

    /// <summary>The room of the bad one.</summary>
    internal TestRoom Room { get; }

    /// <summary>The bad one's process, inside the sandbox.</summary>
    internal int BadProcess => _tier == SandboxTier.Landlock ? Bad.Current!.ProcessId : Processes.Children(Bad.Current!.ProcessId).Single();

    internal static async Task<Neighbours> StartAsync(WorkerLimits limits, WorkerOptions? options = null)
    {
        var launcher = Launch.With(options ?? Launch.Options, TimeProvider.System);
        var echoRoom = new TestRoom();
        var echo = launcher.Supervise(Launch.Spec("Echo"), echoRoom);
        await echoRoom.ReachAsync<WorkerRunning>();
        var room = new TestRoom();
        var bad = launcher.Supervise(Launch.Spec("Bomb") with { Limits = limits }, room);
        await room.ReachAsync<WorkerRunning>();
        return new(echo, echoRoom, bad, room, options?.Tier);
    }

    internal static Task<Neighbours> StartAsync(WorkerLimits limits, SandboxTier tier) => StartAsync(limits, Launch.Options with { Tier = tier });

    internal async Task AssertUntouchedAsync()
    {
        var text = $"still here, {++_said}";
        _echo.Say(text);
        Xunit.Assert.Equal(text, await _echoRoom.NextTextAsync());
        Xunit.Assert.Equal(new WorkerRunning(), _echo.State);
        Xunit.Assert.Equal(_echoProcess, _echo.Current!.ProcessId);
    }

    /// <summary>The bad one was ended with these words, in the room's ledger and in its state, and runs again.</summary>
    internal async Task AssertEndedAsync(string pattern)
    {
        Xunit.Assert.Matches($"^It was ended: {pattern}\\.$", await Room.NextLimitAsync());
        Xunit.Assert.Matches($"^The plugin's process was ended: {pattern}\\.", (await Room.ReachAsync<WorkerRestarting>()).Reason);
        await AssertUntouchedAsync();
        await Room.ReachAsync<WorkerRunning>();
    }

    public async ValueTask DisposeAsync()
    {
        await Bad.DisposeAsync();
        await _echo.DisposeAsync();
    }
}
