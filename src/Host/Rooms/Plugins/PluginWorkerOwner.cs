using PluginRoom.Host.Logging;
using PluginRoom.Host.Rooms.Plugins.Keeping;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>Stands between one worker and its room: everything the worker says is taken to the room's queue.</summary>
internal sealed partial class PluginWorkerOwner(RoomPlugin plugin, RoomPluginContext context, PluginCalls calls, StoreCalls stores) : IWorkerOwner
{
    private static readonly WorkerReply RoomGone = WorkerReply.Failed(new CallFailed("room.gone", "The room is closed."));

    private static readonly WorkerReply PluginGone = WorkerReply.Failed(
        new CallFailed("plugin.gone", "The plugin was taken out of the room or replaced by another version."));

    private readonly ILogger _log = context.Logs.CreateLogger<PluginWorkerOwner>();
    private readonly PluginOutput _output = new(context.Logs, plugin.Id);

    public async ValueTask<WorkerReply> AnswerAsync(WorkerCall call, CancellationToken cancellationToken) =>
        call switch
        {
            NetCall net => await plugin.Fetches.AnswerAsync(net, cancellationToken),
            // Begun on the queue, where the gate is; the room does not wait for the disk, and neither does the end of the process.
            StoreCall store => await (await OnQueue(() => stores.AnswerAsync(store), Task.FromResult(RoomGone))).WaitAsync(cancellationToken),
            PickedCall picked => await (await OnQueue(() => plugin.Picked.AnswerAsync(picked), Task.FromResult(RoomGone))).WaitAsync(cancellationToken),
            AskCall ask => await (await OnQueue(() => plugin.Asking.AnswerAsync(ask, cancellationToken), Task.FromResult(RoomGone)))
                .WaitAsync(cancellationToken),
            CallPluginCall other => await (await OnQueue(() => context.Calls.CallAsync(plugin, other), Task.FromResult(RoomGone))).WaitAsync(cancellationToken),
            AnswerPluginCall answer => await OnQueue(() => context.Calls.Answer(plugin, answer), RoomGone),
            _ => await OnQueue(() => plugin.IsStopped ? PluginGone : calls.Answer(call), RoomGone),
        };

    public async ValueTask<WorkerReply> ShowAsync(string? pseudonym, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        await OnQueue(() => plugin.IsStopped ? PluginGone : calls.Show(pseudonym, data), RoomGone);

    public async ValueTask StateChangedAsync(WorkerState state, CancellationToken cancellationToken) =>
        await OnQueue(() =>
        {
            if (!plugin.IsStopped)
                Follow(state);
            return WorkerReply.Done;
        }, RoomGone);

    public void LimitReached(string words)
    {
        LogLimit(plugin.Id, words);
        context.Room.Post(() =>
        {
            if (!plugin.IsStopped)
                context.Broker.NoteLimit(plugin.Gate, words);
        });
    }

    public void Logged(WorkerLog line) => _output.Printed(line.Level, line.Message);

    public void Faulted(WorkerFault fault) => _output.Threw(fault.During, fault.Message);

    private void Follow(WorkerState state)
    {
        if (state is WorkerStarting)
            plugin.StartFresh();
        if (state is not WorkerRunning)
            context.Calls.End(plugin);
        if (state is WorkerFailed failed)
        {
            LogFailed(plugin.Id);
            _output.Stopped(failed.Reason);
        }

        plugin.BroadcastView();
        if (state is WorkerRunning)
            plugin.Audience.Refresh();
    }

    private async Task<T> OnQueue<T>(Func<T> action, T gone)
    {
        try
        {
            return await context.Room.Run(action);
        }
        catch (RoomGoneException)
        {
            return gone;
        }
    }

    [LoggerMessage(2101, LogLevel.Information, "{Plugin} reached a limit. {Words}", EventName = "PluginLimitReached")]
    private partial void LogLimit(string plugin, string words);

    [LoggerMessage(2102, LogLevel.Warning, "{Plugin} stopped in a room and stays stopped until somebody restarts it", EventName = "PluginStaysStopped")]
    private partial void LogFailed(string plugin);
}
