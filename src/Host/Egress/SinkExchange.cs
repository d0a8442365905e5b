using System.Security.Authentication;

namespace PluginRoom.Host.Egress;

/// <summary>The time and the place that one request takes, from its begin to the last byte of its response.</summary>
internal sealed class SinkExchange : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _whole;
    private readonly CancellationTokenSource _ended;
    private readonly Action _release;
    private int _freed;

    /// <param name="received">What sinks have answered to this plugin within a minute.</param>
    /// <param name="release">Gives its place free.</param>
    /// <param name="stop">Ends it early.</param>
    public SinkExchange(EgressLimits limits, ByteBudget received, TimeProvider time, Action release, CancellationToken stop)
    {
        (Limits, Received, _time, _release) = (limits, received, time, release);
        _whole = new CancellationTokenSource(limits.Whole, time);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(stop, _whole.Token);

        // Whoever neither reads a response nor closes it must not keep the places of others.
        WhenEnded(Free);
    }

    /// <summary>On whose behalf.</summary>
    public EgressKind Kind { get; init; }

    public EgressLimits Limits { get; }

    public ByteBudget Received { get; }

    /// <summary>Runs it when the time is over or the process is, if the exchange has not been disposed of by then.</summary>
    public void WhenEnded(Action action) => _ended.Token.Register(action);

    /// <summary>Runs one step and says in words what stopped it.</summary>
    /// <param name="patience">What this step alone may take.</param>
    /// <exception cref="EgressException">It failed, or took too long.</exception>
    /// <exception cref="OperationCanceledException">The process is over.</exception>
    public async Task<T> GuardAsync<T>(Func<CancellationToken, ValueTask<T>> step, TimeSpan patience)
    {
        using var slow = new CancellationTokenSource(patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token, slow.Token);
        try
        {
            return await step(either.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (Translate(failure, slow.IsCancellationRequested, patience) is { } translated)
        {
            throw translated;
        }
    }

    public void Dispose()
    {
        _ended.Dispose();
        _whole.Dispose();
        Free();
    }

    private void Free()
    {
        if (Interlocked.Exchange(ref _freed, 1) == 0)
            _release();
    }

    // Null: it is said in the right words already, or is a fault of our own.
    private Exception? Translate(Exception failure, bool silent, TimeSpan patience)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is EgressException own)
                return own;
        if (_whole.IsCancellationRequested)
            return new EgressException(EgressProblem.Timeout, $"The sink took more than {Limits.Whole.TotalSeconds:0} s in all.", failure);
        if (silent)
            return new EgressException(EgressProblem.Timeout, $"Nothing came from the sink for {patience.TotalSeconds:0} s.", failure);

        // The end closes the connection under whoever uses it, who may notice that before the token.
        if (_ended.IsCancellationRequested)
            return failure is OperationCanceledException ? null : new OperationCanceledException("The process that asked is gone.", failure);
        return failure switch
        {
            // The handler's own deadline for connecting ends this way, too.
            OperationCanceledException => new EgressException(EgressProblem.Timeout, $"The sink did not accept a connection within {Limits.Connecting.TotalSeconds:0} s.", failure),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException => new(
                EgressProblem.Certificate, "The sink did not prove by its certificate that it is the host of its url.", failure),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new(
                EgressProblem.Connection, "The connection to the sink could not be made.", failure),
            HttpRequestException or IOException or InvalidDataException => new(
                EgressProblem.Response, "The sink's response ended early or is not HTTP.", failure),
            _ => null,
        };
    }
}
