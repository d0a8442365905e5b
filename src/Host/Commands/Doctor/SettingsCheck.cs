using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary>What the operator has opened: words and counts, no secret.</summary>
internal sealed class SettingsCheck(HostSettings settings)
{
    private const string Part = "settings";

    public IEnumerable<Finding> Look(bool hasCredentials)
    {
        yield return Finding.Ok(Part, "egress", settings.EgressAllowance.IsNone
            ? "plugins reach public addresses only"
            : "plugins reach public addresses, and what --egress-allow lists inside your network");
        // A file that others can read is refused when the settings are read.
        yield return Finding.Ok(Part, "sink keys", hasCredentials ? "in a file that only its owner reads" : "none");
        yield return Origins();
    }

    private Finding Origins()
    {
        var origins = settings.FrameOrigins;
        if (origins.Frames is not { } frames)
            return Finding.Ok(Part, "plugins' windows", "under the page's own name");
        if (origins.LookLikeOneSite)
            return Finding.Warning(Part, "plugins' windows", $"{frames} and {origins.Page} look like one site", "Use another registered domain.");
        return frames.StartsWith("https:", StringComparison.Ordinal) || origins.Page!.Contains("localhost", StringComparison.Ordinal)
            ? Finding.Ok(Part, "plugins' windows", $"{frames}, apart from {origins.Page}")
            : Finding.Warning(Part, "plugins' windows", $"{frames} is not secure, and browsers give cameras to secure pages only", "Use https.");
    }
}
