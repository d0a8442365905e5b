using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Telemetry;

namespace PluginRoom.Host.Egress;

/// <summary>
/// Sends one plugin's requests to its sinks and follows their redirects, for as long as one process of the plugin lives. Nothing
/// leaves without a proof of the gate, a redirect's request no more than the first.
/// </summary>
internal sealed class SinkClient(EgressNetwork network, ByteBudget received, TimeProvider time, EgressKind kind = EgressKind.Fetch) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = network.CreateInvoker();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _open = new(network.Limits.OpenRequests);

    /// <summary>Asks the gate for each request that is to leave, with its bytes.</summary>
    internal delegate ValueTask<AuthorizedFlow> Permission(int bytes);

    /// <exception cref="EgressException">Not allowed, or failed; the words say which and why.</exception>
    /// <exception cref="OperationCanceledException">The process that asked is gone.</exception>
    public async Task<SinkResponse> SendAsync(EgressSink sink, SinkRequest request, Permission ask)
    {
        var activity = EgressMeter.Begin(kind);
        try
        {
            var response = await SendCountedAsync(sink, request, ask).ConfigureAwait(false);
            EgressMeter.End(activity, kind, response.Status, null);
            return response;
        }
        catch (Exception failure)
        {
            EgressMeter.End(activity, kind, null, (failure as EgressException)?.Problem);
            throw;
        }
    }

    private async Task<SinkResponse> SendCountedAsync(EgressSink sink, SinkRequest request, Permission ask)
    {
        var step = SinkStep.First(sink, request, network.Limits);
        var exchange = Begin();
        try
        {
            return await FollowAsync(step, exchange, ask).ConfigureAwait(false);
        }
        catch
        {
            exchange.Dispose();
            throw;
        }
    }

    /// <summary>Ends every request at once; what was not sent yet is not.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _invoker.Dispose();
    }

    private SinkExchange Begin()
    {
        _stop.Token.ThrowIfCancellationRequested();
        if (received.WaitFor(1) is var wait && wait != TimeSpan.Zero)
            throw new EgressException(
                EgressProblem.Limit, $"Sinks have answered this plugin with {received.PerMinute} bytes within a minute; try again in {wait.TotalSeconds:0} s.");
        if (!_open.Wait(0, CancellationToken.None))
            throw new EgressException(
                EgressProblem.Limit, $"{network.Limits.OpenRequests} requests of this plugin are open. Read their responses to the end or dispose of them first.");
        if (network.Open.Wait(0, CancellationToken.None))
            return new SinkExchange(network.Limits, received, time, Release, _stop.Token) { Kind = kind };
        _open.Release();
        throw new EgressException(EgressProblem.Limit, "This host has as many requests to the outside open as it takes. Try again shortly.");
    }

    private async Task<SinkResponse> FollowAsync(SinkStep step, SinkExchange exchange, Permission ask)
    {
        for (var redirects = 0; ; redirects++)
        {
            var flow = await ask(step.Bytes).ConfigureAwait(false);
            EgressMeter.Sent(kind, step.Bytes);
            var message = await SendOneAsync(step, exchange, flow).ConfigureAwait(false);
            try
            {
                if (step.After(message) is not { } next)
                    return new SinkResponse(message, exchange, flow);
                if (redirects == network.Limits.Redirects)
                    throw new EgressException(EgressProblem.Redirect, $"The sink redirects more than {network.Limits.Redirects} times.");
                step = next;
            }
            catch
            {
                message.Dispose();
                throw;
            }

            message.Dispose();
        }
    }

    private async Task<HttpResponseMessage> SendOneAsync(SinkStep step, SinkExchange exchange, AuthorizedFlow flow)
    {
        _ = flow.Capability;
        using var message = step.ToMessage();
        return await exchange.GuardAsync(
            async cancellation => await _invoker.SendAsync(message, cancellation).ConfigureAwait(false),
            Timeout.InfiniteTimeSpan).ConfigureAwait(false);
    }

    private void Release()
    {
        _open.Release();
        network.Open.Release();
    }
}
