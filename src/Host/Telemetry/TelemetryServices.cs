using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Telemetry;

/// <summary>Composes this folder into the host.</summary>
internal static class TelemetryServices
{
    /// <param name="collector">Null: nothing is sent anywhere.</param>
    public static void AddTelemetry(this IServiceCollection services, Uri? collector)
    {
        services.AddMetrics();
        services.AddSingleton<HostGauges>();
        services.AddHostedService(static provider => provider.GetRequiredService<HostGauges>());
        if (collector is not null)
            services.AddHostedService(_ => new TelemetryExport(collector));
    }

    /// <exception cref="StartupException">It is no address of a collector.</exception>
    public static Uri? ReadCollector((string Text, string Source)? setting) => setting switch
    {
        null => null,
        var (text, source) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            ? uri
            : throw new StartupException($"{source} must be the address of a collector that takes OTLP over HTTP, such as http://127.0.0.1:4318, but is '{text}'."),
    };
}
