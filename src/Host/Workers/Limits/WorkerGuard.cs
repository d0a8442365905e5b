using PluginRoom.Host.Telemetry;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Limits;

/// <summary>
/// Holds one worker process to what can only be seen from outside of it: private memory and threads end it, too much processor time
/// stops it until its share has caught up, and puts it behind everybody else. Looked after by <see cref="WorkerWatch"/>.
/// </summary>
internal sealed class WorkerGuard : IDisposable
{
    /// <summary>Beside the plugin's own memory: the runtime's code, stacks and tables, and the collector's slack.</summary>
    internal const int NativeMb = 64;

    // The start of .NET with a plugin takes a quarter of a second of processor time on a fast machine.
    private const double StartSeconds = 1;
    private const double BurstSeconds = 0.5;
    private const double StopSeconds = 0.5;
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(50);

    // Short slices for whoever is at its limit, so that it answers and draws evenly instead of in bursts.
    private static readonly TimeSpan Close = TimeSpan.FromMilliseconds(10);
    private const double CloseSeconds = 0.1;

    // About a second's worth of looks.
    private const int LooksPerThorough = 20;
    private readonly Lock _gate = new();
    private readonly ChildProcess _child;
    private readonly bool _isMonitor;
    private readonly WorkerLimits _limits;
    private readonly PauseClock _pauses;
    private readonly Slowness _slowness;
    private readonly WorkerUse _use;
    private readonly Action<WorkerExitKind, string> _end;
    private readonly Action<Exception> _failed;
    private readonly CpuBudget _cpu;
    private readonly Func<string> _cpuWords;
    private WatchedProcess? _process;
    private double _cpuSeconds;
    private int _looks;
    private bool _stopped;
    private bool _yields;
    private bool _disposed;

    /// <param name="isMonitor">The worker is the child of what the host has started.</param>
    /// <param name="end">Called by the thread that watches.</param>
    /// <param name="failed">Told what went wrong in the host itself.</param>
    internal WorkerGuard(
        ChildProcess child, bool isMonitor, WorkerLimits limits, PauseClock pauses, Slowness slowness, WorkerUse use, Action<WorkerExitKind, string> end, Action<Exception> failed)
    {
        (_child, _isMonitor, _limits, _pauses, _slowness, _use, _end, _failed) = (child, isMonitor, limits, pauses, slowness, use, end, failed);
        _cpu = new(limits.CpuPercent / 100.0, StartSeconds, BurstSeconds);
        _cpuWords = () => LimitWords.Cpu(limits);
    }

    /// <summary>Set by the watch.</summary>
    internal long LastLook { get; set; }

    internal long NextLook { get; set; }

    /// <summary>False: this worker's process cannot be found, and must not run on.</summary>
    internal bool IsWatching
    {
        get
        {
            lock (_gate)
                return _disposed || Attach() is not null;
        }
    }

    /// <summary>Reads the process and acts on it.</summary>
    /// <param name="elapsed">Since the look before.</param>
    /// <returns>Until the next look.</returns>
    internal TimeSpan Look(TimeSpan elapsed)
    {
        string? broken;
        TimeSpan next;
        lock (_gate)
        {
            _slowness.Settle();
            if (_disposed || Attach() is not { } process || !process.TryRead(out var reading))
                return Calm;
            _use.See(reading.ResidentBytes, reading.CpuSeconds);
            broken = Judge(process, reading);
            next = broken is null ? Share(process, reading, elapsed) : Calm;
        }

        if (broken is not null)
            _end(WorkerExitKind.LimitBroken, broken);
        return next;
    }

    /// <summary>A worker that cannot be looked at does not run on.</summary>
    internal TimeSpan Fail(Exception failure)
    {
        _failed(failure);
        _end(WorkerExitKind.LimitBroken, LimitWords.Unwatched);
        return Calm;
    }

    /// <summary>The worker was asked to stop: it must be able to read that, and gets some time for it.</summary>
    internal void LetStop()
    {
        lock (_gate)
        {
            _cpu.Grant(StopSeconds);
            Continue();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Continue();
            _disposed = true;
            _process?.Dispose();
            _process = null;
        }
    }

    private WatchedProcess? Attach() => _process ??= WatchedProcess.Find(_child.Id, _isMonitor);

    private string? Judge(WatchedProcess process, in ProcessReading reading)
    {
        if (reading.Threads > _limits.Threads)
            return LimitWords.Threads(reading.Threads, _limits);

        // What is resident bounds what is private, and costs nothing more to know; only what was swapped out can hide from it for a second.
        var cap = (long)(_limits.MemoryMb + NativeMb) << 20;
        var thorough = ++_looks % LooksPerThorough == 0;
        if ((thorough || reading.ResidentBytes > cap) && process.ReadPrivateMemory() is var used && used > cap)
            return LimitWords.Memory(used, _limits);
        // At each look: in a second a plugin could fill the machine's memory with many small files.
        return _child.Scratch is { } scratch ? Judge(scratch) : null;
    }

    private string? Judge(ScratchFolder scratch)
    {
        try
        {
            return scratch.Measure() > scratch.MaxBytes ? LimitWords.Scratch(_limits) : null;
        }
        catch (Exception hidden) when (hidden is UnauthorizedAccessException or IOException)
        {
            return LimitWords.HiddenScratch;
        }
    }

    private TimeSpan Share(WatchedProcess process, in ProcessReading reading, TimeSpan elapsed)
    {
        _cpu.Pass(elapsed.TotalSeconds, reading.CpuSeconds - _cpuSeconds);
        _cpuSeconds = reading.CpuSeconds;
        if (!_cpu.IsOverdrawn)
        {
            Continue();
            return _cpu.Balance < CloseSeconds ? Close : Calm;
        }

        if (!_stopped && process.Stop())
        {
            _stopped = true;
            _pauses.Begin();
            _yields = _yields || process.YieldToOthers();
        }

        _slowness.Note(SlowedFor.Cpu, _cpuWords);
        var paid = _cpu.TimeUntilPaid;
        return paid < Close ? Close : paid < Calm ? paid : Calm;
    }

    private void Continue()
    {
        if (!_stopped)
            return;
        _process?.Continue();
        _stopped = false;
        _pauses.End();
    }
}
