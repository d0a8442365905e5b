using System.Diagnostics;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;

namespace PluginRoom.Bench.Isolation;

/// <summary>A running worker that sends back what it is sent.</summary>
internal sealed class EchoLine : IAsyncDisposable
{
    private const int OnTheirWay = 64;
    private static readonly byte[] Message = new byte[BarePipe.MessageBytes];
    private readonly AuthorizedFlow _flow = new(Capability.UiPanel, 0);
    private readonly SemaphoreSlim _echoed = new(0);
    private readonly EchoOwner _owner;
    private readonly SupervisedWorker _worker;
    private long _arrivedAt;

    private EchoLine(WorkerLauncher launcher, WorkerSpec spec)
    {
        _owner = new(_ =>
        {
            Volatile.Write(ref _arrivedAt, Stopwatch.GetTimestamp());
            _echoed.Release();
        });
        _worker = launcher.Supervise(spec, _owner);
    }

    internal static async Task<EchoLine> OpenAsync(WorkerLauncher launcher, WorkerSpec spec)
    {
        var line = new EchoLine(launcher, spec);
        await line._owner.Running.Task;
        return line;
    }

    /// <summary>One at a time.</summary>
    internal Task<Samples> MeasureAsync(int warmUp, int rounds) =>
        Task.Factory.StartNew(() => OneAtATime(warmUp, rounds), TaskCreationOptions.LongRunning);

    /// <summary>One every few milliseconds for a while, as from people in a room.</summary>
    internal async Task<Samples> MeasurePacedAsync(TimeSpan duration, TimeSpan pause)
    {
        var samples = new Samples((int)(duration / pause));
        using var next = new PeriodicTimer(pause);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < duration; await next.WaitForNextTickAsync())
        {
            var start = Stopwatch.GetTimestamp();
            Send();
            await _echoed.WaitAsync();
            samples.Add(start, Volatile.Read(ref _arrivedAt));
        }

        return samples;
    }

    /// <summary>Messages there and back in a second.</summary>
    internal Task<double> MeasureRateAsync(int warmUp, int rounds) => Task.Factory.StartNew(
        () =>
        {
            Stream(warmUp);
            var began = Stopwatch.GetTimestamp();
            Stream(rounds);
            return rounds / Stopwatch.GetElapsedTime(began).TotalSeconds;
        },
        TaskCreationOptions.LongRunning);

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        _echoed.Dispose();
    }

    // Stamped where the echo arrives, so the wake-up of this thread is not measured; and by then the worker has its reply and rests.
    private Samples OneAtATime(int warmUp, int rounds)
    {
        var samples = new Samples(rounds);
        for (var round = -warmUp; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            Send();
            _echoed.Wait();
            if (round >= 0)
                samples.Add(start, Volatile.Read(ref _arrivedAt));
        }

        return samples;
    }

    private void Stream(int rounds)
    {
        for (var sent = 0; sent < rounds + OnTheirWay; sent++)
        {
            if (sent >= OnTheirWay)
                _echoed.Wait();
            if (sent < rounds)
                Send();
        }
    }

    private void Send()
    {
        if (_worker.SendUiInput(_flow, "p1", Message) != WorkerDelivery.Sent)
            throw new InvalidOperationException("The echo worker is gone.");
    }
}
