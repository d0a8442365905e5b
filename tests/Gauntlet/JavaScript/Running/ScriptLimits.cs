using PluginRoom.Host.Workers;

namespace PluginRoom.Gauntlet.JavaScript.Running;

/// <summary>What a script may take, and beyond what an attempt counts as open: the same numbers for the control and for the worker.</summary>
internal static class ScriptLimits
{
    internal static readonly TimeSpan Handler = TimeSpan.FromSeconds(1);

    /// <summary>The defaults, but a short deadline; a busy machine may take long to start something.</summary>
    internal static readonly WorkerLimits Worker = new() { HandlerSeconds = 1, StartSeconds = 30 };

    /// <summary>The limit and its allowance, and what a process can take between two looks of the host's.</summary>
    internal const long MemoryBytes = 320L << 20;

    private const long MostLines = 10_000;
    private const long MostBytes = 32L << 20;

    internal static bool IsFlood(long lines, long bytes) => lines > MostLines || bytes > MostBytes;
}
