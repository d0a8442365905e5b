namespace PluginRoom.Host.Workers;

/// <summary>Why a worker process ended.</summary>
internal enum WorkerExitKind
{
    /// <summary>The host asked, and the process ended by itself or was killed at the deadline.</summary>
    Stopped,

    /// <summary>The plugin could not be loaded, or its start method threw.</summary>
    StartFailed,
    NotReady,
    Unresponsive,

    /// <summary>One handler took longer than the manifest allows.</summary>
    HandlerTime,

    /// <summary>Memory, threads or scratch space beyond what the manifest allows.</summary>
    LimitBroken,
    ProtocolBroken,
    DoesNotRead,
    Crashed,

    /// <summary>No process came into being.</summary>
    NotSpawned,
}

/// <param name="Reason">In words, with the last lines of the error output: a plugin may have printed what people told it.</param>
/// <param name="HostWords">The same without what the plugin said.</param>
internal sealed record WorkerExit(WorkerExitKind Kind, string Reason, string HostWords)
{
    internal WorkerExit(WorkerExitKind kind, string reason)
        : this(kind, reason, reason)
    {
    }
}

/// <summary>Why it ended, in the host's own words alone; these may be logged.</summary>
internal static class WorkerExitKinds
{
    public static string Words(this WorkerExitKind kind) => kind switch
    {
        WorkerExitKind.Stopped => "the host stopped it",
        WorkerExitKind.StartFailed => "it failed to start",
        WorkerExitKind.NotReady => "it took too long to start",
        WorkerExitKind.Unresponsive => "it did not answer any more",
        WorkerExitKind.HandlerTime => "a handler took longer than the manifest allows",
        WorkerExitKind.LimitBroken => "it used more than the manifest allows",
        WorkerExitKind.ProtocolBroken => "it broke the protocol",
        WorkerExitKind.DoesNotRead => "it did not read what it was sent",
        WorkerExitKind.Crashed => "it ended by itself",
        _ => "its process could not be started",
    };
}
