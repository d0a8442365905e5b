using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;

namespace PluginRoom.Bench.Isolation;

/// <summary>Four small scripts in a worker, whose engine compiles nothing, beside Node without and with its compilers.</summary>
internal static class ScriptSpeed
{
    private const int Runs = 7;

    internal static async Task RunAsync(WorkerLauncher launcher)
    {
        var jitless = await InNodeAsync("--jitless");
        var node = await InNodeAsync();
        var worker = await InWorkerAsync(launcher, node.Keys);
        foreach (var name in node.Keys)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"script {name,-16} worker {worker[name],5} ms   node --jitless {jitless[name],5} ms   {Ratio(worker[name], jitless[name])}   node {node[name],5} ms   {Ratio(worker[name], node[name])}"));
        }
    }

    private static async Task<Dictionary<string, int>> InWorkerAsync(WorkerLauncher launcher, IEnumerable<string> names)
    {
        using var answered = new SemaphoreSlim(0);
        var answer = "";
        var owner = new EchoOwner(data =>
        {
            answer = Encoding.UTF8.GetString(data.Span);
            answered.Release();
        });
        await using var worker = launcher.Supervise(Specs.Script, owner);
        await owner.Running.Task;
        var medians = new Dictionary<string, int>();
        foreach (var name in names)
        {
            var times = new int[Runs];
            for (var run = 0; run < Runs; run++)
            {
                worker.SendUiInput(new AuthorizedFlow(Capability.UiPanel, 0), "p1", Encoding.UTF8.GetBytes(name));
                await answered.WaitAsync();
                times[run] = int.Parse(answer, CultureInfo.InvariantCulture);
            }

            medians[name] = Median(times);
        }

        return medians;
    }

    private static async Task<Dictionary<string, int>> InNodeAsync(params string[] options)
    {
        var start = new ProcessStartInfo("node", [.. options, Path.Combine(Specs.Script.PluginDirectory, Specs.Script.Entry), Runs.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var times = JsonSerializer.Deserialize<Dictionary<string, int[]>>(await node.StandardOutput.ReadToEndAsync())!;
        await node.WaitForExitAsync();
        return times.ToDictionary(static entry => entry.Key, static entry => Median(entry.Value));
    }

    private static int Median(int[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static string Ratio(int one, int other) => string.Create(CultureInfo.InvariantCulture, $"{(double)one / Math.Max(other, 1),4:0.0} x");
}
