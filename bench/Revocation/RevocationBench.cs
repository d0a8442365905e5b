using System.Diagnostics;
using System.Globalization;
using PluginRoom.Host.Workers;

namespace PluginRoom.Bench.Revocation;

/// <summary>
/// From the moment in which a person takes everything back until this host has forgotten it: the process is gone, the stored value's key
/// destroyed, the memory given back. Beside it the bare restart of the same plugin's process.
/// </summary>
internal static class RevocationBench
{
    private const int Revocations = 200;
    private const int Restarts = 50;

    // Memory is given back at most every half second; people take their time as well.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(600);

    internal static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pluginroom-bench-").FullName;
        try
        {
            foreach (var plugins in (int[])[1, 10])
                await MeasureAsync(Path.Combine(folder, $"{plugins}"), plugins);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, int plugins)
    {
        await using var room = await ForgettingRoom.OpenAsync(folder, plugins);
        var (blocked, forgotten) = (new Samples(Revocations), new Samples(Revocations));
        for (var round = -1; round < Revocations / plugins; round++)
        {
            await room.LetThemKnowAsync();
            await Task.Delay(Between);
            var began = Stopwatch.GetTimestamp();
            await room.TakeBackAsync();
            var closed = Stopwatch.GetTimestamp();
            foreach (var at in await room.ForgottenAsync())
                if (round >= 0)
                    forgotten.Add(began, at);
            if (round >= 0)
                blocked.Add(began, closed);
        }

        Report(plugins, "revoked to blocked at the gate", blocked);
        Report(plugins, "revoked to forgotten", forgotten);
        var (gone, ready) = await RestartsAsync(room.Launcher, room.Spec);
        Report(plugins, "bare restart: to the end of the old process", gone);
        Report(plugins, "bare restart: to the next one's being ready", ready);
    }

    private static async Task<(Samples Gone, Samples Ready)> RestartsAsync(WorkerLauncher launcher, WorkerSpec spec)
    {
        var (gone, ready) = (new Samples(Restarts), new Samples(Restarts));
        var owner = new RestartOwner();
        await using var worker = launcher.Supervise(spec, owner);
        await owner.NextRun();
        for (var restart = -1; restart < Restarts; restart++)
        {
            var began = Stopwatch.GetTimestamp();
            await worker.ReplaceAsync("bench");
            var ended = Stopwatch.GetTimestamp();
            await owner.NextRun();
            if (restart < 0)
                continue;
            gone.Add(began, ended);
            ready.Add(began);
        }

        return (gone, ready);
    }

    private static void Report(int plugins, string what, Samples samples) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{plugins,2} plugin{(plugins == 1 ? " " : "s")}  {what,-45} p50 {samples.Percentile(0.5) / 1000,7:0.0} ms   p99 {samples.Percentile(0.99) / 1000,7:0.0} ms"));
}
