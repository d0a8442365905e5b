using System.Security.Cryptography;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Memory;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Net;

/// <summary>
/// Answers <c>net.fetch</c> for one plugin in one room. Waits for sinks outside of the room's queue, and goes back to it for each
/// decision of the gate. What a sink answers is that third party's data: nobody's tag comes with it.
/// </summary>
internal sealed class PluginFetches
{
    private static readonly WorkerReply RoomGone = WorkerReply.Failed(new CallFailed("room.gone", "The room is closed."));
    private static readonly WorkerReply Stopped = WorkerReply.Failed(
        new CallFailed("net.stopped", "The request was ended because somebody took a permission back or the plugin stops."));

    private readonly RoomPlugin _plugin;
    private readonly RoomPluginContext _context;
    private readonly Dictionary<string, SinkGate> _sinks;
    private readonly ByteBudget _received;
    private volatile FetchProcess _process;

    public PluginFetches(RoomPlugin plugin, RoomPluginContext context)
    {
        (_plugin, _context) = (plugin, context);
        _sinks = plugin.Installed.Manifest.Sinks
            .Select((declared, index) => new EgressSink(declared, index, context.Outside.Credentials.For(plugin.Id, declared.Id, declared.Url)))
            .Select(sink => new SinkGate(context.Broker, plugin.Gate, sink, context.Time))
            .ToDictionary(gate => gate.Sink.Id);
        _received = new ByteBudget(context.Time, context.Outside.Limits.ResponseBytesPerMinute);
        _process = new FetchProcess(context.Outside, _received, context.Time);
    }

    /// <param name="cancellationToken">Ends with the process that asks.</param>
    public async ValueTask<WorkerReply> AnswerAsync(NetCall call, CancellationToken cancellationToken)
    {
        var process = _process;
        await using var ended = cancellationToken.Register(process.End);
        try
        {
            if (!_plugin.Gate.Flows.Declares(Capability.NetFetch))
                return await RefuseAsync(() => _context.Broker.Decide(_plugin.Gate, FlowRequest.Use(Capability.NetFetch)).Refusal!);
            return call switch
            {
                FetchUploadCall { Bytes.Length: <= NetCall.MaxPart } part => Hold(process, part),
                FetchCall fetch => await FetchAsync(process, fetch),
                FetchReadCall read => await ReadAsync(process, read.Fetch),
                FetchCloseCall close => await CloseAsync(process, close.Fetch),
                _ => WorkerReply.Failed(new CallFailed("call.unknown", "This host does not know the call.")),
            };
        }
        catch (EgressException problem)
        {
            return await InWordsAsync(problem, (call as FetchCall)?.Sink);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Stopped;
        }
        catch (RoomGoneException)
        {
            return RoomGone;
        }
    }

    /// <summary>Ends every request at once; what has not left does not leave.</summary>
    public void End()
    {
        var over = _process;
        _process = new FetchProcess(_context.Outside, _received, _context.Time);
        over.End();
    }

    private static WorkerReply Hold(FetchProcess process, FetchUploadCall part) =>
        WorkerReply.Plain(new FetchUpload(process.Upload(part.Upload, part.Bytes)));

    private async Task<WorkerReply> FetchAsync(FetchProcess process, FetchCall call)
    {
        var body = process.TakeUpload(call.Upload);
        try
        {
            return await FetchAsync(process, call, body);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }

    private async Task<WorkerReply> FetchAsync(FetchProcess process, FetchCall call, byte[] body)
    {
        if (!_sinks.TryGetValue(call.Sink, out var gate))
            throw new EgressException(EgressProblem.Sink, "plugin.json names no such sink. Add it to \"sinks\", and a flow to sink:<id> to \"dataFlows\".");
        var request = new SinkRequest(call.Method, call.Path, call.Query, [.. call.Headers.Select(header => new SinkHeader(header.Name, header.Value))], body);
        var response = await process.Client.SendAsync(gate.Sink, request, bytes => new(_context.Room.Run(() => Ask(gate, bytes))));
        var (status, flow) = (response.Status, response.Flow);
        var headers = response.Headers.Select(header => new FetchHeader(header.Name, header.Value)).ToList();
        return WorkerReply.With(flow, new FetchAnswer(await process.KeepAsync(response), status, headers));
    }

    // On the queue. A process that is being stopped lives on for a moment, under choices that nobody keeps up to date any more.
    private AuthorizedFlow Ask(SinkGate gate, int bytes) => _plugin.IsStopped ? throw new OperationCanceledException() : gate.Ask(bytes);

    private static async Task<WorkerReply> ReadAsync(FetchProcess process, long fetch)
    {
        if (process.Take(fetch) is not { } response)
            return WorkerReply.Failed(new CallFailed("net.closed", "This response has been read to its end, was closed, or is being read."));
        var done = true;
        try
        {
            using var buffer = WipedMemory.Shared.Rent(NetCall.MaxPart);
            var count = await response.ReadAsync(buffer.Memory[..NetCall.MaxPart]);
            done = count == 0;
            return WorkerReply.With(response.Flow, new FetchPart(buffer.Memory[..count].ToArray()));
        }
        finally
        {
            if (done)
                await response.DisposeAsync();
            else
                await process.PutBackAsync(fetch, response);
        }
    }

    private static async Task<WorkerReply> CloseAsync(FetchProcess process, long fetch)
    {
        if (process.Take(fetch) is { } response)
            await response.DisposeAsync();
        return WorkerReply.Done;
    }

    private async Task<WorkerReply> InWordsAsync(EgressException problem, string? sink)
    {
        if (problem.Refusal is { } refusal)
            return WorkerReply.Refused(PluginRefusals.ForWorker(refusal));
        if (problem.Problem == EgressProblem.Limit)
            return Refused("limit", problem.Message);
        if (!problem.Problem.IsUndeclared())
            return WorkerReply.Failed(new CallFailed(problem.Problem.Code(), problem.Message));

        // A sink that the manifest does not name stays out of the ledger by name: the plugin could write novels into it.
        var attempt = sink is not null && _sinks.TryGetValue(sink, out var gate)
            ? FlowRequest.OutOfWorker(Capability.NetFetch, gate.Sink.Name, 0)
            : FlowRequest.Use(Capability.NetFetch);
        await RefuseAsync(() => _context.Broker.RefuseUndeclared(_plugin.Gate, attempt));
        return Refused("not-declared", problem.Message);
    }

    private static WorkerReply Refused(string code, string words) =>
        WorkerReply.Refused(new CallRefused(Capability.NetFetch.Name, code, words, null));

    private async Task<WorkerReply> RefuseAsync(Func<Refusal> decide) =>
        WorkerReply.Refused(PluginRefusals.ForWorker(await _context.Room.Run(decide)));
}
