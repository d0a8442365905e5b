using Microsoft.AspNetCore.SignalR;
using PluginRoom.Host.Rooms;

namespace PluginRoom.Host.Signaling;

/// <summary>Ties each socket to its <see cref="ClientConnection"/>. Nothing about where a socket comes from is kept.</summary>
public sealed class HubConnections(IHubContext<RoomHub> hub, RoomSettings settings, TimeProvider time, ILogger<Outbox> outboxLog)
{
    private static readonly object Key = typeof(ClientConnection);

    public static ClientConnection Of(HubCallerContext context) => (ClientConnection)context.Items[Key]!;

    internal void Open(HubCallerContext context)
    {
        var client = hub.Clients.Client(context.ConnectionId);
        var outbox = new Outbox((name, payload) => client.SendAsync(name, payload), context.Abort, settings, outboxLog);
        context.Items[Key] = new ClientConnection(outbox, context.Abort, settings, time);
        outbox.Start();
    }

    internal static void Close(HubCallerContext context)
    {
        var connection = Of(context);
        connection.Dispose();
        if (connection.Close() is { } seat)
            seat.Room.Post(() => seat.Room.Drop(connection));
    }
}
