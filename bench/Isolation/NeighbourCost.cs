using System.Globalization;
using PluginRoom.Host.Workers;

namespace PluginRoom.Bench.Isolation;

/// <summary>How long an ordinary plugin's answers take while another bombs, each beside the same without one just before.</summary>
internal static class NeighbourCost
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly string[] Bombs = ["spin", "managed", "native", "threads", "files", "disk", "messages", "bytes", "log", "stderr"];

    internal static async Task RunAsync(string tier, WorkerLauncher launcher)
    {
        await using var echo = await EchoLine.OpenAsync(launcher, Specs.Echo);
        await echo.MeasurePacedAsync(Duration, Pause);
        foreach (var bomb in Bombs)
        {
            var alone = await echo.MeasurePacedAsync(Duration, Pause);
            await using var neighbour = BombingNeighbour.Start(launcher, bomb);
            var first = await echo.MeasurePacedAsync(Duration / 2, Pause);
            var beside = await echo.MeasurePacedAsync(Duration, Pause);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{tier} alone {alone.Microseconds()}   beside {bomb,-8} {beside.Microseconds()}   p99 {beside.Percentile(0.99) / alone.Percentile(0.99):0.00} x, in its first {Duration.TotalSeconds / 2:0} s {first.Percentile(0.99) / alone.Percentile(0.99):0.00} x   limit reached {neighbour.LimitsReached} times"));
        }
    }
}
