using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Memory;

namespace PluginRoom.Host.Rooms.Plugins.Net;

/// <summary>The requests and responses that belong to one process of a plugin; they end with it.</summary>
internal sealed class FetchProcess(EgressNetwork network, ByteBudget received, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, SinkResponse> _responses = [];
    private readonly Dictionary<long, WipedWriter> _uploads = [];
    private SinkClient? _client;
    private long _last;
    private bool _ended;

    /// <exception cref="OperationCanceledException">The process is over.</exception>
    public SinkClient Client
    {
        get
        {
            lock (_lock)
                return _ended ? throw new OperationCanceledException() : _client ??= new SinkClient(network, received, time);
        }
    }

    /// <summary>Adds to a body, or begins one (0), and names it.</summary>
    /// <exception cref="EgressException">It gets too large, or there are too many.</exception>
    public long Upload(long upload, ReadOnlySpan<byte> part)
    {
        lock (_lock)
        {
            if (upload == 0)
            {
                if (_uploads.Count >= network.Limits.OpenRequests)
                    throw new EgressException(EgressProblem.Limit, $"{_uploads.Count} bodies wait for their requests; send one of them first.");
                _uploads.Add(upload = ++_last, new WipedWriter());
            }

            if (!_uploads.TryGetValue(upload, out var body))
                throw new EgressException(EgressProblem.Response, "There is no such body; it has been sent or was never begun.");
            if (body.Length + part.Length > network.Limits.RequestBytes)
            {
                _uploads.Remove(upload);
                body.Dispose();
                throw new EgressException(EgressProblem.Limit, $"The body has more than {network.Limits.RequestBytes} bytes, which is all that one request may have.");
            }

            part.CopyTo(body.GetSpan(part.Length));
            body.Advance(part.Length);
            return upload;
        }
    }

    /// <returns>The caller's to overwrite. Not out of a pool: whatever still reads from it then reads zeros, and nobody else's data.</returns>
    public byte[] TakeUpload(long upload)
    {
        lock (_lock)
        {
            if (upload == 0)
                return [];
            if (!_uploads.Remove(upload, out var body))
                throw new EgressException(EgressProblem.Response, "There is no such body; it has been sent or was never begun.");
            using (body)
            {
                var taken = GC.AllocateUninitializedArray<byte>(body.Length, pinned: true);
                body.Written.CopyTo(taken);
                return taken;
            }
        }
    }

    public async ValueTask<long> KeepAsync(SinkResponse response)
    {
        long name;
        lock (_lock)
            name = ++_last;
        await PutBackAsync(name, response).ConfigureAwait(false);
        return name;
    }

    /// <summary>Whoever reads from a response has it alone, and puts it back. Null: there is none, or somebody reads from it.</summary>
    public SinkResponse? Take(long fetch)
    {
        lock (_lock)
            return _responses.Remove(fetch, out var response) ? response : null;
    }

    public async ValueTask PutBackAsync(long fetch, SinkResponse response)
    {
        lock (_lock)
        {
            if (!_ended)
            {
                _responses.Add(fetch, response);
                return;
            }
        }

        await response.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Any thread, also more than once.</summary>
    public void End()
    {
        SinkResponse[] open;
        lock (_lock)
        {
            _ended = true;
            open = [.. _responses.Values];
            _responses.Clear();
            foreach (var body in _uploads.Values)
                body.Dispose();
            _uploads.Clear();
            _client?.Dispose();
        }

        foreach (var response in open)
            _ = response.DisposeAsync().AsTask();
    }
}
