using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PluginRoom.Host.Health;
using PluginRoom.Host.OpenApi;
using PluginRoom.Host.Page;
using PluginRoom.Host.Plugins;
using PluginRoom.Host.PluginUi;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Signaling;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Telemetry;
using PluginRoom.Host.Webhooks;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Host.Tests.Signaling;

/// <summary>Rooms, signaling and the page on a real Kestrel at a free loopback port, put together as Program does.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    // A busy machine must not end a healthy process.
    private static readonly WorkerOptions Patient = new() { WorkerPath = BuiltParts.WorkerAssembly, PingDeadline = Browser.Deadline };

    // Hundreds of hosts need not each find out what this one machine can do.
    private static readonly WorkerSandbox Sandbox = new(Patient, TimeProvider.System);

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private RunningHost(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    public Uri Address { get; private set; } = null!;

    public RoomDirectory Rooms => _app.Services.GetRequiredService<RoomDirectory>();

    public static async Task<RunningHost> Start(
        RoomSettings? rooms = null, TimeProvider? time = null, Action<ILoggingBuilder>? logging = null, string? webFolder = null,
        Action<IServiceCollection>? services = null, string? workerAssembly = null, Uri? collector = null, TimeProvider? workerTime = null)
    {
        var folder = Directory.CreateTempSubdirectory("pluginroom-test-");
        var settings = new HostSettings(
            IPAddress.Loopback,
            0,
            folder.CreateSubdirectory("plugins").FullName,
            folder.CreateSubdirectory("data").FullName,
            webFolder ?? Path.Combine(Path.GetTempPath(), "no-page-here"),
            workerAssembly ?? BuiltParts.WorkerAssembly);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "PluginRoom.Host" });
        builder.AddSettings(settings);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Logging.ClearProviders();
        logging?.Invoke(builder.Logging);
        services?.Invoke(builder.Services);
        builder.AddPlugins();
        builder.Services.AddWorkers(settings.WorkerAssembly, settings.SandboxFloor);
        if (workerAssembly is null)
            builder.Services.AddSingleton(services => Launcher(services, workerTime ?? TimeProvider.System));
        builder.Services.AddPluginUi();
        builder.Services.AddHealth();
        builder.Services.AddOpenApiDocument();
        builder.Services.AddTelemetry(collector);
        builder.Services.AddStorage();
        builder.Services.AddRooms(rooms ?? new RoomSettings());
        builder.AddSignaling();
        var app = builder.Build();
        app.UseRouting();
        app.MapOpenApiDocument();
        app.MapHealth();
        app.MapPlugins();
        app.MapWorkers();
        app.MapSignaling();
        app.MapPluginUi();
        app.MapWebhooks();
        app.MapPage(settings);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new RunningHost(app, folder) { Address = new Uri(address) };
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>On the same disk as the plugins folder, so that what lies here can be moved there in one step.</summary>
    public string StagingFolder => _folder.CreateSubdirectory("staged").FullName;

    public string DataFolder => Path.Combine(_folder.FullName, "data");

    public string PluginsFolder => Path.Combine(_folder.FullName, "plugins");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Delete(_folder.FullName);
    }

    // Processes live in real time, also where a test puts the host's forward.
    private static WorkerLauncher Launcher(IServiceProvider services, TimeProvider time) =>
        new(Sandbox, Patient, time, services.GetRequiredService<ILogger<WorkerLauncher>>());

    // A process that was replaced a moment ago takes its copy of the plugin along when it ends, which may be while this deletes it too.
    private static void Delete(string folder)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (Directory.Exists(folder))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (DirectoryNotFoundException) when (TimeProvider.System.GetElapsedTime(began) < Browser.Deadline)
            {
                // A part went first; the rest is still to go.
            }
        }
    }
}
