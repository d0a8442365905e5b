namespace PluginRoom.Host.Workers;

/// <summary>What became of a message to a worker.</summary>
public enum WorkerDelivery
{
    /// <summary>On its way to a live process.</summary>
    Sent,

    /// <summary>There is no process at the moment, so nobody got it and nobody will.</summary>
    NotRunning,
}
