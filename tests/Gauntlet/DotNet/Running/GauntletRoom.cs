using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Gauntlet.DotNet.Running;

/// <summary>A room that hears what a hostile worker says, and when it ended.</summary>
/// <param name="hasGate">Without, as in the control, everything is granted; with, the real gate decides for a plugin that declared nothing of it.</param>
internal sealed class GauntletRoom(bool hasGate) : IWorkerOwner
{
    private readonly CapabilityBroker _broker = new(new FlowLedger(TimeProvider.System));
    private readonly PluginGate _gate = new("test.pluginroom.hostile", new FlowTable([Capability.UiPanel], []));
    internal static readonly AuthorizedFlow Flow = new(Capability.UiPanel, 1);
    private readonly Channel<(string? Said, WorkerState? State)> _events = Channel.CreateUnbounded<(string?, WorkerState?)>();
    private long _lines;
    private long _lineBytes;

    /// <summary>What it said next, or null when its process ended before or says nothing; then <see cref="Ending"/> says why.</summary>
    internal async Task<string?> NextAsync(TimeSpan deadline)
    {
        using var patience = new CancellationTokenSource(deadline);
        while (true)
        {
            if (!await WaitAsync(patience.Token))
                return null;
            var (said, state) = await _events.Reader.ReadAsync(CancellationToken.None);
            if (said is not null)
                return said;
            Ending = state switch { WorkerRestarting restarting => restarting.Reason, WorkerFailed failed => failed.Reason, _ => Ending };
            if (state is WorkerRestarting or WorkerFailed)
                return null;
        }
    }

    private async Task<bool> WaitAsync(CancellationToken patience)
    {
        try
        {
            return await _events.Reader.WaitToReadAsync(patience);
        }
        catch (OperationCanceledException)
        {
            Ending = Silence;
            return false;
        }
    }

    /// <summary>What <see cref="Ending"/> says of a process that lives and does not answer.</summary>
    internal const string Silence = "it said nothing";

    internal string Ending { get; private set; } = "";

    /// <summary>What its handlers threw.</summary>
    internal ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>How many log lines came through, and their characters.</summary>
    internal long Lines => Interlocked.Read(ref _lines);

    internal long LineBytes => Interlocked.Read(ref _lineBytes);

    internal async Task<bool> RunsAsync(TimeSpan deadline)
    {
        using var patience = new CancellationTokenSource(deadline);
        while (true)
        {
            var (_, state) = await _events.Reader.ReadAsync(patience.Token);
            Ending = state switch { WorkerRestarting restarting => restarting.Reason, WorkerFailed failed => failed.Reason, _ => Ending };
            if (state is WorkerRunning)
                return true;
            if (state is WorkerRestarting or WorkerFailed)
                return false;
        }
    }

    /// <summary>What the room was made to hear.</summary>
    internal ConcurrentQueue<string> Posted { get; } = [];

    public ValueTask<WorkerReply> AnswerAsync(WorkerCall call, CancellationToken cancellationToken)
    {
        if (call is not SendChatCall chat)
            return new(WorkerReply.Failed(new CallFailed("call.unknown", "Nothing else is tried here.")));
        var asked = FlowRequest.OutOfWorker(Capability.ChatSend, SinkName.Room, chat.Text.Length);
        if (hasGate && _broker.Decide(_gate, asked).Refusal is { } refusal)
            return new(WorkerReply.Refused(new CallRefused(refusal.Capability.Name, refusal.Verdict.Name(), refusal.Message, null)));
        Posted.Enqueue(chat.Text);
        return new(WorkerReply.Done);
    }

    public ValueTask<WorkerReply> ShowAsync(string? pseudonym, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        _events.Writer.TryWrite((Encoding.UTF8.GetString(data.Span), null));
        return new(WorkerReply.Done);
    }

    public ValueTask StateChangedAsync(WorkerState state, CancellationToken cancellationToken)
    {
        _events.Writer.TryWrite((null, state));
        return default;
    }

    public void Logged(WorkerLog line)
    {
        Interlocked.Increment(ref _lines);
        Interlocked.Add(ref _lineBytes, line.Message.Length);
    }

    public void LimitReached(string words)
    {
    }

    public void Faulted(WorkerFault fault) => Faults.Enqueue(fault.Message);
}
