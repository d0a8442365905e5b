using PluginRoom.Host.Workers;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

public sealed class CrowdTests
{
    [Fact]
    public async Task Twenty_workers_run_at_once_and_leave_no_process_behind()
    {
        var workers = await Task.WhenAll(Enumerable.Range(0, 20).Select(static _ => Launch.RunAsync("Echo")));
        for (var index = 0; index < workers.Length; index++)
            workers[index].Worker.Say($"worker {index}");
        for (var index = 0; index < workers.Length; index++)
            Assert.Equal($"worker {index}", await workers[index].Room.NextTextAsync());
        var processes = workers.SelectMany(static entry =>
        {
            var sandbox = entry.Worker.Current!.ProcessId;
            return Processes.Children(sandbox).Append(sandbox);
        }).ToList();
        Assert.Equal(40, processes.Count);

        await Task.WhenAll(workers.Select(static entry => entry.Worker.DisposeAsync().AsTask()));

        Assert.DoesNotContain(processes, Processes.Exists);
    }

    [Fact]
    public async Task A_worker_that_does_not_read_is_ended_before_it_fills_the_host()
    {
        var room = new TestRoom();
        var options = Launch.Options with { MaxBacklogBytes = 1 << 20 };
        await using var worker = Launch.With(options, TimeProvider.System).Supervise(Launch.Spec("Echo"), room);
        await room.ReachAsync<WorkerRunning>();
        var process = Processes.Children(worker.Current!.ProcessId).Single();
        Processes.Stop(process);
        var data = new byte[64 * 1024];

        while (worker.SendUiInput(TestRoom.Flow, "p1", data) == WorkerDelivery.Sent && worker.State is WorkerRunning)
            await Task.Yield();

        Assert.Contains("did not read", (await room.ReachAsync<WorkerRestarting>()).Reason, StringComparison.Ordinal);
    }
}
