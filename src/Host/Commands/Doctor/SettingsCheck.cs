using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary>What the operator has opened: words and counts, no secret.</summary>
internal sealed class SettingsCheck(HostSettings settings)
{
    private const string Part = "settings";

    // Group and others: nothing.
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public IEnumerable<Finding> Look(string? credentialsFile)
    {
        yield return Finding.Ok(Part, "egress", settings.EgressAllowance.IsNone
            ? "plugins reach public addresses only"
            : "plugins reach public addresses, and what --egress-allow lists inside your network");
        yield return Credentials(credentialsFile);
        yield return Origins();
    }

    private static Finding Credentials(string? file)
    {
        if (file is null)
            return Finding.Ok(Part, "sink keys", "none");
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0
            ? Finding.Warning(Part, "sink keys", "others on this machine can read the file", $"chmod 600 {file}")
            : Finding.Ok(Part, "sink keys", "in a file that only its owner reads");
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
