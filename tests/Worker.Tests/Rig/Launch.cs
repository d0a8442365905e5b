using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Worker.Tests.Rig;

/// <summary>Real workers in the real sandbox.</summary>
internal static class Launch
{
    /// <summary>A busy machine must not end a healthy process.</summary>
    internal static readonly WorkerOptions Options = new()
    {
        WorkerPath = Built("bin/Worker/" + Configuration + "/PluginRoom.Worker.dll"), PingDeadline = TimeSpan.FromSeconds(30),
    };

    internal static WorkerLauncher Launcher { get; } = With(Options, TimeProvider.System);

    /// <summary>One for each tier, probed once.</summary>
    internal static WorkerLauncher In(SandboxTier tier) => Tiers[tier];

    private static readonly Dictionary<SandboxTier, WorkerLauncher> Tiers = Enum.GetValues<SandboxTier>().ToDictionary(
        static tier => tier, static tier => With(Options with { Tier = tier }, TimeProvider.System));

    internal static WorkerLauncher With(WorkerOptions options, TimeProvider time) =>
        new(options, time, NullLogger<WorkerLauncher>.Instance);

    /// <param name="alias">Some test plugins take orders by it before anything can be sent to them.</param>
    internal static WorkerSpec Spec(string plugin, string alias = "r1", params string[] capabilities) => new(
        "test.pluginroom." + plugin,
        "1.0.0",
        Built("test-plugins/" + plugin),
        ServerRuntime.Dotnet,
        plugin + ".dll",
        alias,
        capabilities is [] ? ["ui.panel"] : capabilities,
        Generous);

    /// <summary>So much that only tests of limits meet one.</summary>
    internal static WorkerLimits Generous { get; } = new(
        MemoryMb: 64, CpuPercent: 400, Threads: 64, StartSeconds: 30, HandlerSeconds: 30, MessagesPerSecond: 1_000_000);

    internal static Task<(SupervisedWorker Worker, TestRoom Room)> RunAsync(string plugin, params string[] capabilities) =>
        RunAsync(Launcher, plugin, capabilities);

    internal static async Task<(SupervisedWorker Worker, TestRoom Room)> RunAsync(
        WorkerLauncher launcher, string plugin, params string[] capabilities)
    {
        var room = new TestRoom();
        var worker = launcher.Supervise(Spec(plugin, "r1", capabilities), room);
        await room.ReachAsync<WorkerRunning>();
        return (worker, room);
    }

    internal static void Say(this SupervisedWorker worker, string text) =>
        Xunit.Assert.Equal(WorkerDelivery.Sent, worker.SendUiInput(TestRoom.Flow, "p1", Encoding.UTF8.GetBytes(text)));

    /// <summary>A path under artifacts/, from artifacts/bin/Worker.Tests/(configuration)/.</summary>
    internal static string Built(string path) => Path.GetFullPath("../../../" + path, AppContext.BaseDirectory);

    internal static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
}
