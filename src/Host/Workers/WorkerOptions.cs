using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Host.Workers;

/// <summary>How workers are started and how long they may take. The defaults are what an operator gets without any setting.</summary>
public sealed record WorkerOptions
{
    /// <summary>PluginRoom.Worker.dll; its whole folder is shown to the worker, read-only.</summary>
    public required string WorkerPath { get; init; }

    public string BubblewrapPath { get; init; } = "/usr/bin/bwrap";

    /// <summary>As the dynamic loader knows it.</summary>
    public string SeccompLibrary { get; init; } = "libseccomp.so.2";

    /// <summary>No worker runs in a weaker tier than this one.</summary>
    public SandboxTier Floor { get; init; } = SandboxTier.Landlock;

    /// <summary>The only tier to try, whatever the floor; null for the strongest that works.</summary>
    public SandboxTier? Tier { get; init; }

    /// <summary>While no handler runs; while one may, a worker is pinged each second.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan PingDeadline { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>What a plugin's stop method has before its process is killed.</summary>
    public TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Bytes that may wait for a worker that does not read; one more message ends it.</summary>
    public int MaxBacklogBytes { get; init; } = 8 << 20;

    /// <summary>All frames of one worker together; what is more waits. One second's worth may come at once.</summary>
    public int MessageBytesPerSecond { get; init; } = 8 << 20;

    /// <summary>Of the error output of one worker; what is more waits.</summary>
    public int ErrorBytesPerSecond { get; init; } = 1 << 20;

    /// <summary>Calls of one worker that may wait for their answer; further ones are refused with the code <c>limit</c>.</summary>
    public int MaxWaitingCalls { get; init; } = 256;
}
