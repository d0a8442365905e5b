namespace PluginRoom.Host.Workers;

/// <summary>Where a supervised worker stands. Closed set.</summary>
public abstract record WorkerState
{
    private protected WorkerState()
    {
    }
}

/// <summary>A fresh process is about to be started; it knows nothing of what an earlier one was told.</summary>
public sealed record WorkerStarting : WorkerState;

/// <param name="Slowed">In words, what it is being slowed down for; null: it runs freely.</param>
public sealed record WorkerRunning(string? Slowed = null) : WorkerState;

/// <summary>The process ended and the next one starts after <paramref name="Delay"/>.</summary>
/// <param name="Reason">In words, with the plugin's own last ones.</param>
public sealed record WorkerRestarting(string Reason, TimeSpan Delay) : WorkerState
{
    /// <summary>The same without anything that the plugin said, which could be what people told it.</summary>
    public string HostWords { get; init; } = Reason;
}

/// <summary>Too many crashes, or it cannot start at all. Stays so until <see cref="SupervisedWorker.RestartAsync"/>.</summary>
public sealed record WorkerFailed(string Reason) : WorkerState
{
    /// <inheritdoc cref="WorkerRestarting.HostWords"/>
    public string HostWords { get; init; } = Reason;
}

/// <summary>Ended because the host asked; final after disposal.</summary>
public sealed record WorkerStopped : WorkerState;
