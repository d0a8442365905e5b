using PluginRoom.Bench;
using PluginRoom.Bench.Isolation;
using PluginRoom.Bench.Revocation;

// One name, one measurement; without a name, all of them. Numbers depend on the machine: compare ratios of one run.
(string Name, Func<Task> Run)[] benches =
[
    ("gate", GateBench.RunAsync),
    ("isolation", IsolationBench.RunAsync),
    ("relay", RelayBench.RunAsync),
    ("page", PageBench.RunAsync),
    ("revocation", RevocationBench.RunAsync),
];
if (args is ["echo-child"])
    return BarePipe.EchoForever();
if (args is ["relay-host", var folder])
    return await RelayBench.HostAsync(folder);
var chosen = args.Length == 0 ? benches : Array.FindAll(benches, bench => args.Contains(bench.Name));
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"Measures: {string.Join(", ", benches.Select(bench => bench.Name))}");
    return 2;
}

foreach (var (name, run) in chosen)
{
    Console.WriteLine($"== {name}");
    await run();
}

return 0;
