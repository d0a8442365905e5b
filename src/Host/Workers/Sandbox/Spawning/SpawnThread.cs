using System.Collections.Concurrent;

namespace PluginRoom.Host.Workers.Sandbox.Spawning;

/// <summary>
/// The one thread that starts children. bubblewrap's --die-with-parent follows the thread that spawned it and not the process, so
/// this thread lasts as long as the host; a pool thread that retires would take its workers along.
/// </summary>
internal static class SpawnThread
{
    private static readonly BlockingCollection<Action> Work = Begin();

    internal static Task<T> RunAsync<T>(Func<T> spawn)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                done.SetResult(spawn());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        });
        return done.Task;
    }

    private static BlockingCollection<Action> Begin()
    {
        var work = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var next in work.GetConsumingEnumerable())
                next();
        })
        {
            Name = "worker spawn",
            IsBackground = true,
        }.Start();
        return work;
    }
}
