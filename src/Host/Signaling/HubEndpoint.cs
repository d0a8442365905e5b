using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.SignalR;

namespace PluginRoom.Host.Signaling;

/// <summary>Where a browser's SignalR client knocks: it negotiates and then opens a WebSocket, the only transport here.</summary>
internal static class HubEndpoint
{
    private const int IdBytes = 16;

    internal sealed record Negotiated(int NegotiateVersion, string ConnectionId, string ConnectionToken, IReadOnlyList<Offered> AvailableTransports);

    internal sealed record Offered(string Transport, IReadOnlyList<string> TransferFormats);

    /// <summary>The answer names no session: the WebSocket that follows stands for itself.</summary>
    public static IResult Negotiate() =>
        Results.Json(new Negotiated(1, NewId(), NewId(), [new Offered("WebSockets", ["Text"])]));

    public static async Task Accept(HttpContext context, HubConnectionHandler<RoomHub> hub, TimeProvider time, IHostApplicationLifetime host)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            await context.Response.WriteAsync("The room's hub speaks SignalR over WebSockets.");
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await using var connection = new SocketConnection(socket, NewId(), time);

        // Otherwise the server waits for the browsers to go before it stops.
        await using var stopping = host.ApplicationStopping.Register(connection.Abort);
        await connection.Run(hub);
    }

    private static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
}
