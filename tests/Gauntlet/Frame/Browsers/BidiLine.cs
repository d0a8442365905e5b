using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginRoom.Gauntlet.Frame.Browsers;

/// <summary>WebDriver BiDi (W3C) as far as it is needed here: commands and their results.</summary>
internal sealed class BidiLine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonNode>> _waiting = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _receiving = Task.CompletedTask;
    private long _last;
    private volatile Exception? _end;

    public static async Task<BidiLine> Connect(Uri address)
    {
        var line = new BidiLine();
        await line._socket.ConnectAsync(address, CancellationToken.None);
        line._receiving = line.Receive();
        await line.Ask("session.new", new() { ["capabilities"] = new JsonObject() });
        return line;
    }

    public async Task<JsonNode> Ask(string method, JsonObject parameters)
    {
        if (_end is not null)
            throw _end;
        var id = Interlocked.Increment(ref _last);
        var answer = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }

        return await answer.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    private async Task Receive()
    {
        try
        {
            while (await Next() is { } message)
                if (message["id"] is { } id && _waiting.TryRemove(id.GetValue<long>(), out var answer))
                    Settle(answer, message);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            _end = new InvalidOperationException($"The browser has closed the line: {_socket.CloseStatusDescription} {e.Message}", e);
            foreach (var answer in _waiting.Values)
                answer.TrySetException(_end);
        }
    }

    private static void Settle(TaskCompletionSource<JsonNode> answer, JsonNode message)
    {
        if (message["result"] is { } result)
            answer.SetResult(result);
        else
            answer.SetException(new InvalidOperationException($"{message["error"]}: {message["message"]}"));
    }

    private async Task<JsonNode?> Next()
    {
        using var text = new MemoryStream();
        var buffer = new byte[65536];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer, _stop.Token);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            text.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                return JsonNode.Parse(text.ToArray());
        }
    }
}
