using PluginRoom.Host.Logging;

namespace PluginRoom.Host.Settings;

/// <summary>What the empty builder lacks: the server, its limits, quiet logging. Nothing else is read from files or the environment.</summary>
internal static class SettingsExtensions
{
    public static void AddSettings(this WebApplicationBuilder builder, HostSettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRouting();
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        AddServer(builder, settings);
        builder.Logging.AddLog(settings.Log);
    }

    private static void AddServer(WebApplicationBuilder builder, HostSettings settings) =>
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxConcurrentConnections = 4096;
            options.Limits.MaxConcurrentUpgradedConnections = 2048;
            options.Limits.MaxRequestBodySize = 1024 * 1024;
            options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            options.Limits.MaxRequestLineSize = 4 * 1024;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
            options.Listen(settings.Listen, settings.Port);
        });
}
