using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;

namespace PluginRoom.Bench;

/// <summary>Host to sandboxed worker to host, beside a bare pipe; and how long a worker takes from spawn to ready.</summary>
internal static class WorkerBench
{
    private const int WarmUp = 5_000;
    private const int Rounds = 30_000;
    private const int Starts = 30;

    internal static async Task RunAsync()
    {
        var launcher = new WorkerLauncher(new() { WorkerPath = BuiltParts.WorkerAssembly }, TimeProvider.System, NullLogger<WorkerLauncher>.Instance);
        var readiness = await launcher.ProbeAsync(CancellationToken.None);
        if (!readiness.IsReady)
            throw new InvalidOperationException(readiness.Message);
        // Alternating, because a shared machine is not the same from one minute to the next.
        for (var pass = 1; pass <= 2; pass++)
        {
            var bare = await BarePipe.MeasureAsync(WarmUp, Rounds);
            var hop = await HopAsync(launcher);
            Console.WriteLine($"bare pipe round trip, {BarePipe.MessageBytes} B       {bare.Microseconds()}");
            Console.WriteLine($"host - sandboxed worker - host      {hop.Microseconds()}   {hop.Percentile(0.5) / bare.Percentile(0.5):0.00} x");
        }

        Console.WriteLine($"worker start, spawn to ready        {(await StartsAsync(launcher)).Milliseconds()}");
    }

    private static async Task<Samples> HopAsync(WorkerLauncher launcher)
    {
        using var echoed = new AutoResetEvent(false);
        var arrivedAt = 0L;
        var owner = new EchoOwner(() =>
        {
            Volatile.Write(ref arrivedAt, Stopwatch.GetTimestamp());
            echoed.Set();
        });
        await using var worker = launcher.Supervise(Spec(), owner);
        await owner.Running.Task;
        return await Task.Factory.StartNew(() => Hop(worker, echoed, ref arrivedAt), TaskCreationOptions.LongRunning);
    }

    // Stamped where the echo arrives, so the wake-up of this thread is not measured; and by then the worker has its reply and rests.
    private static Samples Hop(SupervisedWorker worker, AutoResetEvent echoed, ref long arrivedAt)
    {
        var flow = new AuthorizedFlow(Capability.UiPanel, 0);
        var data = new byte[BarePipe.MessageBytes];
        var samples = new Samples(Rounds);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            worker.SendUiInput(flow, "p1", data);
            echoed.WaitOne();
            if (round >= 0)
                samples.Add(start, Volatile.Read(ref arrivedAt));
        }

        return samples;
    }

    private static async Task<Samples> StartsAsync(WorkerLauncher launcher)
    {
        var samples = new Samples(Starts);
        for (var start = 0; start < Starts; start++)
        {
            var owner = new EchoOwner(static () => { });
            var began = Stopwatch.GetTimestamp();
            await using var worker = launcher.Supervise(Spec(), owner);
            await owner.Running.Task;
            samples.Add(began);
        }

        return samples;
    }

    private static WorkerSpec Spec() => new(
        "test.pluginroom.echo", "1.0.0", Folder(), ServerRuntime.Dotnet, "Echo.dll", "r1", ["ui.panel"], new(64, 50));

    // artifacts/bin/PluginRoom.Bench/(configuration)/
    private static string Folder() => Path.GetFullPath("../../../test-plugins/Echo", AppContext.BaseDirectory);
}
