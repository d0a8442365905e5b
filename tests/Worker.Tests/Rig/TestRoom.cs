using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Rig;

/// <summary>A room that writes down what a worker did, and answers as the test says.</summary>
internal sealed class TestRoom : IWorkerOwner
{
    internal static readonly AuthorizedFlow Flow = new(Capability.UiPanel, 1);
    /// <summary>It only turns a hang into a failure: nothing that holds takes this long, however busy the machine is.</summary>
    internal static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Channel<WorkerState> _states = Channel.CreateUnbounded<WorkerState>();
    private readonly Channel<(string? To, byte[] Data)> _shown = Channel.CreateUnbounded<(string?, byte[])>();
    private readonly Channel<WorkerCall> _calls = Channel.CreateUnbounded<WorkerCall>();
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _limits = Channel.CreateUnbounded<string>();
    private readonly Channel<WorkerFault> _faults = Channel.CreateUnbounded<WorkerFault>();

    internal Func<WorkerCall, WorkerReply> Answer { get; set; } = static _ => WorkerReply.Done;

    /// <summary>Awaited before UI output is answered; the test holds it to make the room slow.</summary>
    internal Task Slowness { get; set; } = Task.CompletedTask;

    internal ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>The first line, and then each time the next one, that the plugin logged.</summary>
    internal Task<string> NextLineAsync() => Next(_lines);

    internal Task<(string? To, byte[] Data)> NextShownAsync() => Next(_shown);

    internal async Task<string> NextTextAsync() => Encoding.UTF8.GetString((await NextShownAsync()).Data);

    internal Task<WorkerCall> NextCallAsync() => Next(_calls);

    internal Task<string> NextLimitAsync() => Next(_limits);

    internal Task<WorkerFault> NextFaultAsync() => Next(_faults);

    /// <summary>The next state of this kind, whatever comes before it.</summary>
    internal async Task<T> ReachAsync<T>()
        where T : WorkerState
    {
        while (true)
        {
            if (await Next(_states) is T reached)
                return reached;
        }
    }

    /// <summary>The words with which the worker's next spell of being slowed down is shown.</summary>
    internal async Task<string> ReachSlowedAsync()
    {
        while (true)
        {
            if ((await ReachAsync<WorkerRunning>()).Slowed is { } words)
                return words;
        }
    }

    internal Task<WorkerState> NextStateAsync() => Next(_states);

    public ValueTask<WorkerReply> AnswerAsync(WorkerCall call, CancellationToken cancellationToken)
    {
        // What a call carries is wiped when it has been answered; the test looks at it later.
        var kept = call switch
        {
            WriteStoredCall write => write with { Value = [.. write.Value] },
            FetchUploadCall upload => upload with { Bytes = [.. upload.Bytes] },
            _ => call,
        };
        _calls.Writer.TryWrite(kept);
        return new(Answer(kept));
    }

    public async ValueTask<WorkerReply> ShowAsync(string? pseudonym, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        await Slowness.WaitAsync(cancellationToken);
        _shown.Writer.TryWrite((pseudonym, data.ToArray()));
        return WorkerReply.Done;
    }

    public ValueTask StateChangedAsync(WorkerState state, CancellationToken cancellationToken)
    {
        _states.Writer.TryWrite(state);
        return default;
    }

    public void Logged(WorkerLog line)
    {
        Lines.Enqueue($"{line.Level}: {line.Message}");
        _lines.Writer.TryWrite($"{line.Level}: {line.Message}");
    }

    public void LimitReached(string words) => _limits.Writer.TryWrite(words);

    public void Faulted(WorkerFault fault) => _faults.Writer.TryWrite(fault);

    private static async Task<T> Next<T>(Channel<T> channel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Xunit.TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        return await channel.Reader.ReadAsync(deadline.Token);
    }
}
