using System.Globalization;
using PluginRoom.Host.Workers;

namespace PluginRoom.Bench.Isolation;

/// <summary>Host to worker to host in each tier, one at a time and with 64 on their way, beside a bare pipe in the same run.</summary>
internal static class TierHops
{
    private const int WarmUp = 5_000;
    private const int Rounds = 20_000;
    private const int Pipelined = 100_000;

    internal static async Task RunAsync(IReadOnlyList<(string Name, WorkerLauncher Launcher)> tiers)
    {
        for (var pass = 1; pass <= 2; pass++)
        {
            var bare = await BarePipe.MeasureAsync(WarmUp, Rounds);
            var bareRate = await BarePipe.MeasureRateAsync(WarmUp, Pipelined);
            Print("bare pipe", bare, bareRate, bare, bareRate);
            foreach (var (name, launcher) in tiers)
            {
                await using var echo = await EchoLine.OpenAsync(launcher, Specs.Echo);
                Print(name, await echo.MeasureAsync(WarmUp, Rounds), await echo.MeasureRateAsync(WarmUp, Pipelined), bare, bareRate);
            }
        }
    }

    private static void Print(string name, Samples hop, double rate, Samples bare, double bareRate) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-10} {BarePipe.MessageBytes} B there and back {hop.Microseconds()}   {hop.Percentile(0.5) / bare.Percentile(0.5):0.00} x   64 on their way {rate / 1000,6:0.0} k/s   {rate / bareRate:0.00} x"));
}
