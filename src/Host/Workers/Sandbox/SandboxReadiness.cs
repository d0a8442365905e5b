namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>Why this machine can or cannot confine a worker.</summary>
public enum SandboxProblem
{
    None,
    NotLinux,
    BubblewrapMissing,
    BubblewrapTooOld,
    NamespacesRefused,
    ProcMasked,
    WorkerMissing,
    RuntimeNotFound,
    Leaky,
    Other,
}

/// <param name="Message">What is wrong and what to install or allow; empty when nothing is wrong.</param>
public sealed record SandboxReadiness(SandboxProblem Problem, string Message)
{
    public static SandboxReadiness Ready { get; } = new(SandboxProblem.None, "");

    public bool IsReady => Problem == SandboxProblem.None;
}
