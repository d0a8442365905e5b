using System.Diagnostics;
using System.Globalization;
using PluginRoom.Host.Workers;

namespace PluginRoom.Bench.Isolation;

/// <summary>What a worker costs before it has done anything: the time from spawn to ready, and the memory while it idles.</summary>
internal static class TierStarts
{
    private const int Starts = 20;
    private const int Idle = 20;

    internal static async Task RunAsync(IReadOnlyList<(string Name, WorkerLauncher Launcher)> tiers, string runtime, WorkerSpec spec)
    {
        var samples = tiers.Select(static _ => new Samples(Starts)).ToArray();
        // In turns, because a shared machine is not the same from one minute to the next.
        for (var round = -1; round < Starts; round++)
        {
            for (var tier = 0; tier < tiers.Count; tier++)
            {
                var began = Stopwatch.GetTimestamp();
                await using var worker = await ReadyAsync(tiers[tier].Launcher, spec);
                if (round >= 0)
                    samples[tier].Add(began);
            }
        }

        for (var tier = 0; tier < tiers.Count; tier++)
        {
            var more = (samples[tier].Percentile(0.5) - samples[0].Percentile(0.5)) / 1000;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{tiers[tier].Name} {runtime,-10} spawn to ready {samples[tier].Milliseconds()}   {more,+6:+0.0;-0.0;0.0} ms to {tiers[0].Name}"));
        }

        foreach (var (name, launcher) in tiers)
            await PrintMemoryAsync(name, runtime, launcher, spec);
    }

    private static async Task PrintMemoryAsync(string tier, string runtime, WorkerLauncher launcher, WorkerSpec spec)
    {
        var workers = new List<SupervisedWorker>();
        try
        {
            for (var index = 0; index < Idle; index++)
                workers.Add(await ReadyAsync(launcher, spec));
            var all = workers.Sum(static worker => ProcessMemory.ProportionalKilobytes(worker.Current!.ProcessId));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{tier} {runtime,-10} {Idle} idle workers {all / 1024.0,6:0.0} MB PSS, {all / 1024.0 / Idle:0.0} MB each"));
        }
        finally
        {
            foreach (var worker in workers)
                await worker.DisposeAsync();
        }
    }

    private static async Task<SupervisedWorker> ReadyAsync(WorkerLauncher launcher, WorkerSpec spec)
    {
        var owner = new EchoOwner(static _ => { });
        var worker = launcher.Supervise(spec, owner);
        await owner.Running.Task;
        return worker;
    }
}
