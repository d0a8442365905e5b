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

/// <param name="Reason">In words, with the last lines of the error output.</param>
internal sealed record WorkerExit(WorkerExitKind Kind, string Reason);
