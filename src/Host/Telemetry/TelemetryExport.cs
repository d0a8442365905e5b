using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PluginRoom.Host.Telemetry;

/// <summary>Sends this host's own meters and activities, and the runtime's, to the operator's collector (OTLP over HTTP). Nothing of the framework's, whose attributes hold paths and addresses.</summary>
/// <param name="endpoint">The collector, without the paths of OTLP.</param>
internal sealed class TelemetryExport(Uri endpoint) : IHostedService, IDisposable
{
    private const string Own = "PluginRoom.*";
    private const string Runtime = "System.Runtime";
    private const int EverySeconds = 15;

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(Name)
            .AddMeter(Own, Runtime)
            .AddOtlpExporter((exporter, reader) =>
            {
                Point(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = EverySeconds * 1000;
            })
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(Name)
            .AddSource(Own)
            .AddOtlpExporter(exporter => Point(exporter, "v1/traces"))
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>What was not sent yet is sent.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Dispose, CancellationToken.None);

    public void Dispose()
    {
        Interlocked.Exchange(ref _metrics, null)?.Dispose();
        Interlocked.Exchange(ref _traces, null)?.Dispose();
    }

    private void Point(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
    }

    private static void Name(ResourceBuilder resource) =>
        resource.AddService("pluginroom", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3));
}
