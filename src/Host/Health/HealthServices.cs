using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PluginRoom.Host.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: people can be sent here. Composes this folder into the host.</summary>
public static class HealthServices
{
    private static readonly string[] Alive = ["/health", "/health/live"];
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<StoppingCheck>("host")
        .AddCheck<PluginsCheck>("plugins")
        .AddCheck<StorageCheck>("storage")
        .AddCheck<SandboxCheck>("sandbox");

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        foreach (var path in Alive)
        {
            app.MapMethods(path, Methods, static () => TypedResults.Text("ok"))
                .WithTags("Health")
                .Produces<string>(StatusCodes.Status200OK, "text/plain")
                .WithSummary("Does the process serve?")
                .WithDescription("Answers \"ok\" as long as it does, whatever else is wrong.");
        }

        app.MapMethods("/health/ready", Methods, static async (HttpContext context, HealthCheckService checks) =>
        {
            var report = await checks.CheckHealthAsync(context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(Describe(report), statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        })
            .WithTags("Health")
            .Produces<ReadinessView>()
            .Produces<ReadinessView>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Can people be sent here?")
            .WithDescription("200 when they can (degraded: something beside rooms does not work), 503 when not. Each check names its reason; docs/operating.md lists them.");
    }

    private static ReadinessView Describe(HealthReport report) => new(
        Word(report.Status),
        [.. report.Entries.Select(static entry => new CheckView(entry.Key, Word(entry.Value.Status), entry.Value.Description))]);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "degraded",
        _ => "notReady",
    };
}

/// <summary>Whether people can be sent to this host.</summary>
/// <param name="Status"><c>ready</c>, <c>degraded</c> (people can be sent here, something beside rooms does not work) or <c>notReady</c>.</param>
internal sealed record ReadinessView(string Status, IReadOnlyList<CheckView> Checks);

/// <param name="Name"><c>host</c>, <c>plugins</c>, <c>storage</c> or <c>sandbox</c>.</param>
/// <param name="Reason">Why it is not ready, such as <c>storage.failing</c>; null: it is.</param>
internal sealed record CheckView(string Name, string Status, string? Reason);
