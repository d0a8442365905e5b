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
        app.MapPost(HubPath + "/negotiate", HubEndpoint.Negotiate);
        app.MapGet(HubPath, HubEndpoint.Accept);
    }
}
