namespace PluginRoom.Host.Workers.Sandbox.Probing;

/// <summary>Why this machine can or cannot confine a worker in some way.</summary>
public enum SandboxProblem
{
    None,
    NotLinux,
    BubblewrapMissing,
    BubblewrapTooOld,
    NamespacesRefused,
    ProcMasked,
    SeccompMissing,
    LandlockMissing,
    WorkerMissing,
    RuntimeNotFound,
    BelowFloor,
    Leaky,
    Other,
}

/// <param name="Advice">What is wrong and what to install or allow, for whoever sees it; empty when nothing is wrong.</param>
/// <param name="Detail">For the operator's log alone: it may name paths of the machine.</param>
public sealed record SandboxReadiness(SandboxProblem Problem, string Advice, string Detail = "")
{
    public static SandboxReadiness Ready { get; } = new(SandboxProblem.None, "");

    public bool IsReady => Problem == SandboxProblem.None;

    public string Message => Detail.Length == 0 ? Advice : $"{Advice} ({Detail})";
}
