using Polly;
using Polly.Retry;
using Polly.Timeout;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Egress.Requests;

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
/// only, the operator's credentials. Goes on when the room that asked has closed, until the host stops.
/// </summary>
public sealed class ErasureDesk : IDisposable
{
    private readonly EgressNetwork _network;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<string?> _attempts;
    private readonly CancellationTokenSource _stop = new();

    public ErasureDesk(EgressNetwork network, TimeProvider time)
        : this(network, new ErasureTerms(), time)
    {
    }

    internal ErasureDesk(EgressNetwork network, ErasureTerms terms, TimeProvider time)
    {
        (_network, _time) = (network, time);
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

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <summary>Null when the sink has promised it; else why not, in words for the person.</summary>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    internal async Task<string?> AskAsync(EgressSink sink, AuthorizedFlow flow, ReadOnlyMemory<byte> body)
    {
        try
        {
            return await _attempts.ExecuteAsync(async cancellation => await AttemptAsync(sink, flow, body, cancellation), _stop.Token);
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

    private async Task<string?> AttemptAsync(EgressSink sink, AuthorizedFlow flow, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using var client = new SinkClient(_network, new ByteBudget(_time, _network.Limits.ResponseBytesPerMinute), _time, EgressKind.Erasure);
        await using var late = cancellation.Register(client.Dispose);
        cancellation.ThrowIfCancellationRequested();
        var request = new SinkRequest("POST", "", "", [new("content-type", "application/json")], body);

        // What it says besides the status is not read: nobody here would be shown it.
        await using var response = await client.SendAsync(sink, request, _ => ValueTask.FromResult(flow));
        return response.Status is >= 200 and < 300 ? null : throw new UnwillingException(response.Status);
    }

    private static bool MayHelp(Exception? failure) => failure switch
    {
        TimeoutRejectedException => true,
        UnwillingException { Status: 408 or 429 or >= 500 } => true,
        EgressException { Problem: EgressProblem.Name or EgressProblem.Connection or EgressProblem.Timeout or EgressProblem.Limit or EgressProblem.Response } => true,
        _ => false,
    };

    /// <summary>The sink answered, and not with a promise.</summary>
    private sealed class UnwillingException(int status) : Exception($"It answered with status {status}, which promises nothing.")
    {
        public int Status => status;
    }
}
