using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Host.Workers.Sandbox.Probing;

namespace PluginRoom.Host.Workers;

/// <summary><c>GET /api/host/sandbox</c>: how plugins' server sides are confined here, and what would confine them better. No paths of the machine.</summary>
internal static class SandboxEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/host/sandbox", static async (HttpContext context, WorkerLauncher launcher) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var survey = await launcher.SurveyAsync(context.RequestAborted);
            return TypedResults.Ok(Describe(survey, launcher.Isolation));
        })
        .WithTags("Host")
        .WithSummary("How plugins' server sides are confined here")
        .WithDescription("The tier in use, the operator's floor, how each tier does on this machine and what would help, and which runtimes there are. While the sandbox is still being tried after the start, the answer waits for it.");

    private static SandboxView Describe(SandboxSurvey survey, string isolation) => new(
        (int?)survey.Tier,
        (int)survey.Floor,
        isolation,
        survey.Problem,
        [.. survey.Findings.Select(Describe), Plain(survey.Floor)],
        [.. Enum.GetValues<ServerRuntime>().Select(Describe)]);

    private static TierView Describe(TierFinding finding) =>
        new((int)finding.Tier, finding.Tier.Name(), finding.Readiness.IsReady, finding.Readiness.Advice);

    private static TierView Plain(SandboxTier floor) => new(
        (int)SandboxTier.None,
        SandboxTier.None.Name(),
        floor == SandboxTier.None,
        floor == SandboxTier.None ? "" : "Used only when the operator says --sandbox-floor 0.");

    private static RuntimeView Describe(ServerRuntime runtime)
    {
        var missing = RuntimeReadiness.Missing(runtime);
        return new(runtime.Name(), missing is null, missing ?? "");
    }

    internal sealed record SandboxView(
        int? Tier, int Floor, string Isolation, string? Problem, IReadOnlyList<TierView> Tiers, IReadOnlyList<RuntimeView> Runtimes);

    internal sealed record TierView(int Tier, string Name, bool Works, string Reason);

    internal sealed record RuntimeView(string Name, bool Works, string Reason);
}
