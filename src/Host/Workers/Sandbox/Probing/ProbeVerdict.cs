using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Sandbox.Probing;

/// <summary>Reads a probe's outcome into a reason that tells the operator what to do.</summary>
internal static class ProbeVerdict
{
    /// <summary>What the worker's LookAround says when it has run.</summary>
    private const string Looked = "looked";

    internal static SandboxReadiness Of(ChildOutput seen)
    {
        if (seen is { ExitCode: 0, Output: Looked, Error: "" })
            return SandboxReadiness.Ready;
        var error = seen.Error.Trim().ReplaceLineEndings("; ");
        if (error.Contains("Unknown option", StringComparison.Ordinal))
            return new(SandboxProblem.BubblewrapTooOld, "bubblewrap 0.8.0 or later is needed. Upgrade it.", error);
        if (error.Contains("mount proc", StringComparison.Ordinal))
        {
            return new(
                SandboxProblem.ProcMasked,
                "A container hides parts of /proc, so none can be mounted for a plugin. Run the container with "
                + "--security-opt systempaths=unconfined, or run the host outside of it.",
                error);
        }

        if (IsRefusal(error))
        {
            return new(
                SandboxProblem.NamespacesRefused,
                "The kernel refuses namespaces. Allow unprivileged user namespaces: sysctl kernel.unprivileged_userns_clone=1 on older "
                + "Debian, and on Ubuntu 24.04 or later an AppArmor profile for bwrap or sysctl kernel.apparmor_restrict_unprivileged_userns=0; "
                + "in a container --security-opt seccomp=unconfined, or a profile that allows unshare and clone.",
                error);
        }

        return error.StartsWith("bwrap:", StringComparison.Ordinal) || seen.Output != Looked
            ? new(SandboxProblem.Other, "A worker does not start in this sandbox; the host's log says why.", $"exit code {seen.ExitCode}: {error}")
            : new(SandboxProblem.Leaky, "The sandbox on this machine has holes; the host's log names them.", error);
    }

    private static bool IsRefusal(string error) =>
        error.StartsWith("bwrap:", StringComparison.Ordinal)
        && (error.Contains("namespace", StringComparison.OrdinalIgnoreCase) || error.Contains("uid map", StringComparison.Ordinal));
}
