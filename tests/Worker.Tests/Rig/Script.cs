using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;

namespace PluginRoom.Worker.Tests.Rig;

/// <summary>A plugin of one script, in a folder of its own, in a real worker.</summary>
internal sealed class Script : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-script-");

    private Script(string source, WorkerLimits limits, string[] capabilities)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "main.js"), source);
        Worker = Launch.Launcher.Supervise(
            new("test.pluginroom.script", "1.0.0", _folder.FullName, ServerRuntime.Javascript, "main.js", "r1", capabilities, limits), Room);
    }

    internal TestRoom Room { get; } = new();

    internal SupervisedWorker Worker { get; }

    /// <summary>A handler has five seconds, and a script is stopped before that.</summary>
    internal static WorkerLimits Limits { get; } = new(
        MemoryMb: 64, CpuPercent: 400, MessagesPerSecond: 1_000_000, StartSeconds: 30, HandlerSeconds: 5);

    internal static async Task<Script> RunAsync(string source, params string[] capabilities)
    {
        var script = Begin(source, Limits, capabilities is [] ? ["ui.panel"] : capabilities);
        await script.Room.ReachAsync<WorkerRunning>();
        return script;
    }

    /// <summary>Does not wait until it runs, which it may never.</summary>
    internal static Script Begin(string source, WorkerLimits limits, params string[] capabilities) => new(source, limits, capabilities);

    internal void Say(string text) => Worker.Say(text);

    internal Task<string> NextAsync() => Room.NextTextAsync();

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
