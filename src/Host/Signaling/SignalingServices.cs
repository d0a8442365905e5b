using Microsoft.AspNetCore.Connections;
using PluginRoom.Host.Memory;

namespace PluginRoom.Host.Signaling;

public static class SignalingServices
{
    public const string HubPath = "/hubs/room";

    /// <summary>The largest message is a plugin's input: 256 KiB in base64 and its envelope.</summary>
    private const int MaxMessageBytes = 384 << 10;

    public static void AddSignaling(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, WipedMemoryFactory>();
        builder.Services.AddSingleton<HubConnections>();
        builder.Services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = MaxMessageBytes;
            options.HandshakeTimeout = TimeSpan.FromSeconds(10);
            options.KeepAliveInterval = TimeSpan.FromSeconds(10);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
        builder.Logging.KeepMessagesOut();
    }

    public static void MapSignaling(this WebApplication app)
    {
        app.UseSameOriginSockets();
        app.Use(WipingUpgrade.Use);

        // SignalR sends pings of its own.
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.MapPost(HubPath + "/negotiate", HubEndpoint.Negotiate)
            .WithTags("Hub")
            .Produces<HubEndpoint.Negotiated>()
            .Produces<string>(StatusCodes.Status403Forbidden, "text/plain")
            .WithSummary("What a SignalR client asks first")
            .WithDescription("Names WebSockets as the only transport. The ids stand for nothing: the WebSocket that follows stands for itself.");
        app.MapGet(HubPath, HubEndpoint.Accept)
            .WithTags("Hub")
            .Produces(StatusCodes.Status101SwitchingProtocols)
            .Produces<string>(StatusCodes.Status403Forbidden, "text/plain")
            .Produces<string>(StatusCodes.Status426UpgradeRequired, "text/plain")
            .WithSummary("The rooms' hub")
            .WithDescription("SignalR's JSON protocol over a WebSocket, from pages of this host only (403 for another Origin, 426 without an upgrade). Methods and events are the records of src/Protocol/Client; every method answers {value} or {error}.");
    }
}
