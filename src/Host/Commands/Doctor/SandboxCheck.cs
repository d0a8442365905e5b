using System.Globalization;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary>In which sandbox plugins would run here, and why not in a better one: the host's own trial, with a worker that looks for holes.</summary>
internal sealed class SandboxCheck(WorkerLauncher launcher)
{
    private const string Part = "sandbox";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken stop)
    {
        await launcher.ProbeAsync(stop);
        var survey = await launcher.SurveyAsync(stop);
        return [Summary(survey), .. survey.Findings.Select(finding => Tier(finding, survey))];
    }

    private Finding Summary(SandboxSurvey survey) => survey.Tier switch
    {
        null => Finding.Problem(Part, "plugins", "server sides do not run here", survey.Problem),
        SandboxTier.None => Finding.Problem(Part, "plugins", "NOT CONFINED (--sandbox-floor 0): for development only", survey.Problem),
        _ => Finding.Ok(Part, "plugins", $"run in {launcher.Isolation}; floor {(int)survey.Floor}"),
    };

    private static Finding Tier(Workers.Sandbox.Probing.TierFinding finding, SandboxSurvey survey)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"tier {(int)finding.Tier}");
        if (finding.Readiness.IsReady)
            return Finding.Ok(Part, name, $"{finding.Tier.Name()} holds");
        // What is weaker than the tier in use is not missed.
        var isMissed = survey.Tier is null || finding.Tier < survey.Tier || survey.Tier == SandboxTier.None;
        return isMissed
            ? Finding.Warning(Part, name, $"{finding.Tier.Name()} does not hold", finding.Readiness.Advice)
            : Finding.Ok(Part, name, $"{finding.Tier.Name()} does not hold, and is not needed");
    }
}
