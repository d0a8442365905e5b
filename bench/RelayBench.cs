using System.Diagnostics;
using System.Globalization;
using System.Net;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Settings;

namespace PluginRoom.Bench;

/// <summary>What relaying costs the host: rooms of four, each person sends to the next and waits for the answer. The host runs in a process of its own.</summary>
internal static class RelayBench
{
    private const int Rooms = 50;
    private const int PeoplePerRoom = 4;
    private const int Messages = 100_000;
    private const int WarmUps = 2;

    internal static async Task RunAsync()
    {
        RelayClient[] people = [];
        var folder = Directory.CreateTempSubdirectory("pluginroom-bench-").FullName;
        using var host = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["relay-host", folder]) { RedirectStandardOutput = true })!;
        try
        {
            var address = new Uri((await host.StandardOutput.ReadLineAsync())!);
            people = await Task.WhenAll(Enumerable.Range(0, Rooms * PeoplePerRoom)
                .Select(i => RelayClient.JoinAsync(address, $"bench-{i / PeoplePerRoom}")));
            foreach (var bytes in (int[])[150, 2_500])
            {
                // Tiered compilation is most of a short run's cost.
                for (var i = 0; i < WarmUps; i++)
                    await SendAsync(people, bytes);
                await MeasureAsync(host, people, bytes);
            }
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
            Array.ForEach(people, person => person.Dispose());
        }
    }

    /// <summary>The host with limits out of the way, until it is killed.</summary>
    internal static async Task<int> HostAsync(string folder)
    {
        var plugins = Directory.CreateDirectory(Path.Combine(folder, "plugins")).FullName;
        var settings = new HostSettings(IPAddress.Loopback, 0, plugins, folder, folder, Path.Combine(folder, "none.dll"))
        {
            Rooms = new RoomSettings { RelayBurst = int.MaxValue, ByteBurst = int.MaxValue },
        };
        await using var app = Host.Program.Build(settings);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private static async Task MeasureAsync(Process host, RelayClient[] people, int bytes)
    {
        host.Refresh();
        var (cpu, started) = (host.TotalProcessorTime, Stopwatch.GetTimestamp());
        await SendAsync(people, bytes);
        var took = Stopwatch.GetElapsedTime(started);
        host.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{bytes,5} B: {(host.TotalProcessorTime - cpu).TotalSeconds:0.00} CPU s for 100k relayed   {Messages / took.TotalSeconds:0}/s   RSS {host.WorkingSet64 >> 20} MiB with {people.Length} people"));
    }

    private static Task SendAsync(RelayClient[] people, int bytes)
    {
        var content = new string('A', bytes);
        return Task.WhenAll(people.Select((person, i) =>
        {
            var next = people[(i / PeoplePerRoom * PeoplePerRoom) + ((i + 1) % PeoplePerRoom)];
            return person.SendAsync(next.Id, content, Messages / people.Length);
        }));
    }
}
