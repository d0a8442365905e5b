using PluginRoom.Host.Commands;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Health;
using PluginRoom.Host.OpenApi;
using PluginRoom.Host.PluginUi;
using PluginRoom.Host.Page;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Plugins;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Signaling;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Telemetry;
using PluginRoom.Host.Webhooks;
using PluginRoom.Host.Workers;

namespace PluginRoom.Host;

/// <summary>Composes the host. Each folder adds itself by one line in each of the two blocks.</summary>
public static class Program
{
    public static Task<int> Main(string[] args)
    {
        HostMemory.Close(Environment.GetEnvironmentVariable);
        return new HostCommandLine(Console.Out, Console.Error, Environment.GetEnvironmentVariable, Build).RunAsync(args);
    }

    /// <summary>The whole host, ready to start; tests start it on port 0.</summary>
    internal static WebApplication Build(HostSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "PluginRoom.Host" });
        builder.AddSettings(settings);
        builder.AddPlugins();
        builder.Services.AddWorkers(settings.WorkerAssembly, settings.SandboxFloor);
        builder.Services.AddStorage();
        builder.Services.AddEgress(settings.EgressAllowance, settings.SinkCredentials);
        builder.Services.AddRooms(settings.Rooms);
        builder.AddSignaling();
        builder.Services.AddPluginUi();
        builder.Services.AddHealth();
        builder.Services.AddOpenApiDocument();
        builder.Services.AddTelemetry(settings.Collector);

        var app = builder.Build();
        app.UsePluginUiOrigins(settings.FrameOrigins);
        app.UseRouting();
        app.MapOpenApiDocument();
        app.MapHealth();
        app.MapPlugins();
        app.MapWorkers();
        app.MapSignaling();
        app.MapPluginUi();
        app.MapWebhooks();
        app.MapPage(settings);

        return app;
    }
}
