using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;

namespace PluginRoom.Bench.Isolation;

/// <summary>The plugins that are measured: those that the tests use, with limits that are not reached.</summary>
internal static class Specs
{
    private static readonly WorkerLimits Wide = new(MemoryMb: 128, CpuPercent: 400, MessagesPerSecond: int.MaxValue);

    internal static WorkerSpec Echo { get; } = Plugin("Echo", Wide);

    /// <summary>Echoes as well, and times scripts.</summary>
    internal static WorkerSpec Script { get; } = Echo with
    {
        PluginDirectory = Path.Combine(AppContext.BaseDirectory, "Script"), Runtime = ServerRuntime.Javascript, Entry = "main.js",
    };

    /// <summary>Takes as much as it gets of what it is told to, within the limits that a manifest has by default.</summary>
    internal static WorkerSpec Bomb { get; } = Plugin("Bomb", new());

    private static WorkerSpec Plugin(string name, WorkerLimits limits) => new(
        "test.pluginroom." + name.ToLowerInvariant(), "1.0.0", Folder(name), ServerRuntime.Dotnet, name + ".dll", "r1", ["ui.panel"], limits);

    // artifacts/bin/PluginRoom.Bench/(configuration)/
    private static string Folder(string name) => Path.GetFullPath("../../../test-plugins/" + name, AppContext.BaseDirectory);
}
