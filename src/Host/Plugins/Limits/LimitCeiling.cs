using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.Plugins.Limits;

/// <summary>The most that this host allows any plugin's server side, by limit. What the operator did not name is the manifest's range.</summary>
public sealed class LimitCeiling
{
    private readonly IReadOnlyDictionary<string, int> _most;

    internal LimitCeiling(IReadOnlyDictionary<string, int> most) => _most = most;

    public static LimitCeiling None { get; } = new(new Dictionary<string, int>());

    /// <summary>What is above it, each by its JSON pointer.</summary>
    /// <param name="stated">What a manifest states by itself.</param>
    internal IEnumerable<ManifestError> Check(IReadOnlyDictionary<string, int> stated) => stated
        .Where(limit => limit.Value > Most(limit.Key))
        .Select(limit => new ManifestError(
            $"/server/limits/{limit.Key}",
            $"this host allows at most {Most(limit.Key)}, but the manifest asks for {limit.Value}. Lower it, or ask the host's operator to raise --plugin-limits."));

    /// <summary>A manifest that says nothing of a limit gets the usual, or what this host allows where that is less.</summary>
    internal ManifestLimits Lower(ManifestLimits limits) => limits with
    {
        MemoryMb = Math.Min(limits.MemoryMb, Most("memoryMb")),
        CpuPercent = Math.Min(limits.CpuPercent, Most("cpuPercent")),
        Threads = Math.Min(limits.Threads, Most("threads")),
        OpenFiles = Math.Min(limits.OpenFiles, Most("openFiles")),
        ScratchMb = Math.Min(limits.ScratchMb, Most("scratchMb")),
        StartSeconds = Math.Min(limits.StartSeconds, Most("startSeconds")),
        HandlerSeconds = Math.Min(limits.HandlerSeconds, Most("handlerSeconds")),
        MessagesPerSecond = Math.Min(limits.MessagesPerSecond, Most("messagesPerSecond")),
    };

    private int Most(string name) => _most.GetValueOrDefault(name, int.MaxValue);
}
