using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PluginRoom.Host.Page;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Signaling;

namespace PluginRoom.Host.Tests.Signaling;

/// <summary>Rooms, signaling and the page on a real Kestrel at a free loopback port, put together as Program does.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningHost(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public RoomDirectory Rooms => _app.Services.GetRequiredService<RoomDirectory>();

    public static async Task<RunningHost> Start(
        RoomSettings? rooms = null, TimeProvider? time = null, Action<ILoggingBuilder>? logging = null, string? webFolder = null)
    {
        var settings = new HostSettings(IPAddress.Loopback, 0, "", "", webFolder ?? Path.Combine(Path.GetTempPath(), "no-page-here"), "");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "PluginRoom.Host" });
        builder.AddSettings(settings);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Logging.ClearProviders();
        logging?.Invoke(builder.Logging);
        builder.Services.AddRooms(rooms ?? new RoomSettings());
        builder.AddSignaling();
        var app = builder.Build();
        app.UseRouting();
        app.MapSignaling();
        app.MapPage(settings);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new RunningHost(app) { Address = new Uri(address) };
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
