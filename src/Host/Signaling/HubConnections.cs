using Microsoft.AspNetCore.SignalR;
using PluginRoom.Host.Rooms;

namespace PluginRoom.Host.Signaling;

/// <summary>Ties each socket to its <see cref="ClientConnection"/> and counts them. Nothing about where a socket comes from is kept.</summary>
public sealed partial class HubConnections(
    IHubContext<RoomHub> hub, RoomSettings settings, TimeProvider time, ILoggerFactory logs, ILogger<HubConnections> log)
{
    private static readonly object Key = typeof(ClientConnection);
    private int _open;

    public int Count => Volatile.Read(ref _open);

    public static ClientConnection Of(HubCallerContext context) => (ClientConnection)context.Items[Key]!;

    internal void Open(HubCallerContext context)
    {
        var client = hub.Clients.Client(context.ConnectionId);
        var outbox = new Outbox((name, payload) => client.SendAsync(name, payload), context.Abort, settings, logs.CreateLogger<Outbox>());
        context.Items[Key] = new ClientConnection(outbox, context.Abort, settings, time);
        outbox.Start();
        if (Interlocked.Increment(ref _open) > settings.MaxConnections)
        {
            LogFull(settings.MaxConnections);
            context.Abort();
        }
    }

    internal void Close(HubCallerContext context)
    {
        Interlocked.Decrement(ref _open);
        var connection = Of(context);
        connection.Dispose();
        if (connection.Close() is { } seat)
            seat.Room.Post(() => seat.Room.Drop(connection));
    }

    [LoggerMessage(LogLevel.Warning, "{Max} connections are open; another one was turned away. Raise Rooms:MaxConnections if this host can hold more.")]
    private partial void LogFull(int max);
}
