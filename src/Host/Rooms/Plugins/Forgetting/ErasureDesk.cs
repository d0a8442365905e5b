using Polly;
using Polly.Retry;
using Polly.Timeout;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>How long and how often a sink is asked.</summary>
public sealed record ErasureTerms
{
    /// <summary>After the first one.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Before the second attempt; it doubles, give or take, with each.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For one attempt, from the name's look-up to the head of the answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>
/// Asks sinks to erase. The way out is that of plugins' own requests: resolved once and pinned, redirects within the declared address
/// only, the operator's credentials. Goes on when the room that asked has closed; what is open when the host stops, or falls, is asked
/// again when it starts.
/// </summary>
public sealed partial class ErasureDesk : IHostedService, IDisposable
{
    /// <summary>Of what is left from before; each may wait for its sink.</summary>
    private const int AtOnce = 8;

    private readonly EgressNetwork _network;
    private readonly ErasureBook _book;
    private readonly ILogger _log;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<string?> _attempts;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private bool _isDisposed;

    public ErasureDesk(EgressNetwork network, HostStorage storage, TimeProvider time, ILogger<ErasureDesk> log)
        : this(network, storage, new ErasureTerms(), time, log)
    {
    }

    internal ErasureDesk(EgressNetwork network, HostStorage storage, ErasureTerms terms, TimeProvider time, ILogger log)
    {
        (_network, _book, _time, _log, _stopping) = (network, new ErasureBook(storage), time, log, _stop.Token);
        _attempts = new ResiliencePipelineBuilder<string?> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<string?>
            {
                MaxRetryAttempts = terms.Retries,
                Delay = terms.FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static attempt => new(MayHelp(attempt.Outcome.Exception)),
            })
            .AddTimeout(terms.Patience)
            .Build();
    }

    /// <summary>Completes when what a run before this one had left open is answered or given up.</summary>
    internal Task Resumed { get; private set; } = Task.CompletedTask;

    /// <summary>After the storage has; does not wait for sinks.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Resumed = ResumeAsync();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stop.CancelAsync();

    // By the container, once as the service that rooms use and once as the one that it starts.
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <summary>Null when the sink has promised it; else why not, in words for the person.</summary>
    /// <exception cref="OperationCanceledException">The host stops; it is asked again at the next start.</exception>
    internal async Task<string?> AskAsync(ErasureRequest request)
    {
        // Beside it: however slow the disk is, the sink is asked at once.
        var noted = _book.AddAsync(request.Note);
        var failure = await AskNowAsync(request);
        if (await noted is { } name)
            await _book.RemoveAsync(name);
        return failure;
    }

    private async Task ResumeAsync()
    {
        var open = await _book.ReadAsync();
        if (open.Count == 0)
            return;
        LogOpen(open.Count);

        // The room that asked is gone, and its ledger, which has the decision, with it. Here the log says what becomes of it.
        var broker = new CapabilityBroker(new FlowLedger(_time));
        var requests = open.Select(each => (each.Name, Request: Renew(broker, each.Note))).ToList();
        try
        {
            await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (each, _) =>
            {
                if (await AskNowAsync(each.Request) is { } failure)
                    LogFailed(each.Request.Note.Plugin, each.Request.SinkId, failure);
                else
                    LogPromised(each.Request.Note.Plugin, each.Request.SinkId);
                await _book.RemoveAsync(each.Name);
            });
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops again; what is still open stays in the book.
        }
    }

    private ErasureRequest Renew(CapabilityBroker broker, ErasureNote note) => new(
        note,
        note.To(_network.Credentials),
        broker.NoteErasure(new PluginGate(note.Plugin, new FlowTable([], [])), new SinkName(SinkKind.External, note.Sink), 0, 0, note.Body.Length));

    private async Task<string?> AskNowAsync(ErasureRequest request)
    {
        try
        {
            return await _attempts.ExecuteAsync(async cancellation => await AttemptAsync(request, cancellation), _stopping);
        }
        catch (TimeoutRejectedException)
        {
            return "It did not answer in time.";
        }
        catch (EgressException failure)
        {
            return failure.Message;
        }
        catch (UnwillingException failure)
        {
            return failure.Message;
        }
    }

    private async Task<string?> AttemptAsync(ErasureRequest asked, CancellationToken cancellation)
    {
        using var client = new SinkClient(_network, new ByteBudget(_time, _network.Limits.ResponseBytesPerMinute), _time, EgressKind.Erasure);
        await using var late = cancellation.Register(client.Dispose);
        cancellation.ThrowIfCancellationRequested();
        var request = new SinkRequest("POST", "", "", [new("content-type", "application/json")], asked.Note.Body);

        // What it says besides the status is not read: nobody here would be shown it.
        await using var response = await client.SendAsync(asked.To, request, _ => ValueTask.FromResult(asked.Flow));
        return response.Status is >= 200 and < 300 ? null : throw new UnwillingException(response.Status);
    }

    private static bool MayHelp(Exception? failure) => failure switch
    {
        TimeoutRejectedException => true,
        UnwillingException { Status: 408 or 429 or >= 500 } => true,
        EgressException { Problem: EgressProblem.Name or EgressProblem.Connection or EgressProblem.Timeout or EgressProblem.Limit or EgressProblem.Response } => true,
        _ => false,
    };

    [LoggerMessage(2111, LogLevel.Information, "{Count} requests to erase were not answered when this host ended; they are asked again.", EventName = "ErasuresOpen")]
    private partial void LogOpen(int count);

    [LoggerMessage(2112, LogLevel.Information, "Asked again, {Sink} of {Plugin} promised to erase what it had been sent.", EventName = "ErasurePromised")]
    private partial void LogPromised(string plugin, string sink);

    [LoggerMessage(2113, LogLevel.Warning, "Asked again to erase what it had been sent, {Sink} of {Plugin} promised nothing: {Reason} It is not asked any more.", EventName = "ErasureGivenUp")]
    private partial void LogFailed(string plugin, string sink, string reason);

    /// <summary>The sink answered, and not with a promise.</summary>
    private sealed class UnwillingException(int status) : Exception($"It answered with status {status}, which promises nothing.")
    {
        public int Status => status;
    }
}
