using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Confinement;

namespace PluginRoom.Worker.JavaScript;

/// <summary>
/// One JavaScriptCore context, and the time that each turn in it may take. A turn is one call from outside with the microtasks that follow
/// it. There is one engine in a process, because native code can call back static methods only.
/// </summary>
internal sealed unsafe class ScriptEngine
{
    /// <summary>Room for the engine's first reservations; less, and it takes a smaller heap for structures or does not start.</summary>
    private const ulong InitialBytes = (4UL << 30) + (480UL << 20);

    /// <summary>Of the time that a handler has: what one turn may take of the processor and of the clock, which on a busy machine are far apart.</summary>
    private const double ProcessorShare = 0.4;
    private const double ClockShare = 0.8;

    /// <summary>The engine counts the processor's time only, so it is asked to look at the clock this often.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    private const uint BacktraceLines = 20;
    private static ScriptEngine? s_engine;
    private readonly nint _group;
    private TimeSpan _handlerTime = TimeSpan.FromSeconds(1);
    private long _began;
    private int _slices;
    private bool _isRunning;
    private bool _isTight;
    private string? _stoppedAt;

    private ScriptEngine()
    {
        _group = JavaScriptCore.CreateGroup();
        Context = JavaScriptCore.CreateContext(_group, 0);
    }

    internal nint Context { get; }

    /// <summary>The last turn took too long and was ended wherever it was.</summary>
    internal bool WasStopped { get; private set; }

    /// <summary>It was ended among its microtasks, which the engine then takes up again at the next call: nothing more can be run.</summary>
    internal bool IsSpent { get; private set; }

    /// <summary>
    /// Before the process is confined: the engine reserves addresses by the gigabyte. Under a limit of its own it takes less of them, so
    /// that what it has reserved fits under the limit that stays.
    /// </summary>
    internal static ScriptEngine Create(WorkerConfinement? confinement)
    {
        if (confinement is not null)
            Lockdown.LimitData(PrivateBytes() + InitialBytes);
        return s_engine = new();
    }

    /// <summary>
    /// A turn is stopped well before the time at which the host would end the process for it, so that the plugin lives on.
    /// </summary>
    internal void HoldTurnsBelow(TimeSpan handlerTime)
    {
        _handlerTime = handlerTime;
        SetLimit(Slice);
        JavaScriptCore.AddHeapFinalizer(_group, &Collected, 0);
    }

    /// <exception cref="ScriptException">The script does not parse, or it threw.</exception>
    internal nint Evaluate(string script, string url)
    {
        var (text, name) = (ScriptText.Create(script), ScriptText.Create(url));
        BeginTurn();
        var result = JavaScriptCore.Evaluate(Context, text, 0, name, 1, out var thrown);
        EndTurn();
        JavaScriptCore.ReleaseString(text);
        JavaScriptCore.ReleaseString(name);
        return Check(result, thrown);
    }

    /// <exception cref="ScriptException">It threw.</exception>
    internal nint Call(nint function, ReadOnlySpan<nint> arguments)
    {
        BeginTurn();
        nint result, thrown;
        fixed (nint* first = arguments)
            result = JavaScriptCore.Call(Context, function, 0, arguments.Length, first, out thrown);
        EndTurn();
        return Check(result, thrown);
    }

    /// <summary>A member of an object of ours, kept for good.</summary>
    internal nint Keep(nint target, string name)
    {
        var text = ScriptText.Create(name);
        var value = Check(JavaScriptCore.GetProperty(Context, target, text, out var thrown), thrown);
        JavaScriptCore.ReleaseString(text);
        JavaScriptCore.Protect(Context, value);
        return value;
    }

    private nint Check(nint result, nint thrown)
    {
        if (WasStopped)
        {
            throw new ScriptException(string.Create(
                CultureInfo.InvariantCulture, $"It was stopped: it ran on without returning, and a handler has {_handlerTime.TotalSeconds:0.#} s."), 0, _stoppedAt);
        }

        return thrown == 0 ? result : throw new ScriptException("The script threw.", thrown, null);
    }

    private void BeginTurn()
    {
        (WasStopped, _stoppedAt) = (false, null);
        _slices = 0;
        _began = Stopwatch.GetTimestamp();
        _isRunning = true;
    }

    private void EndTurn()
    {
        _isRunning = false;
        if (_isTight && !IsSpent)
            SetLimit(Slice);
        _isTight = false;
    }

    private bool IsOverdue(double share) => Stopwatch.GetElapsedTime(_began) >= _handlerTime * share;

    private void SetLimit(TimeSpan limit) => JavaScriptCore.SetTimeLimit(_group, limit.TotalSeconds, &Overdue, 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Overdue(nint context, nint state)
    {
        var engine = s_engine!;
        engine._slices++;
        var isOver = engine._isTight || engine.IsOverdue(ClockShare) || engine._slices * Slice >= engine._handlerTime * ProcessorShare;
        if (!engine._isRunning || !isOver)
        {
            // Between turns it is a late echo of the one before.
            engine.SetLimit(Slice);
            return 0;
        }

        engine.WasStopped = true;
        engine.IsSpent = engine._isTight;
        engine._stoppedAt = ScriptText.Take(JavaScriptCore.CreateBacktrace(context, BacktraceLines));
        return 1;
    }

    // The engine gives each microtask the whole time anew, so a chain of them that never ends would never be stopped. They allocate,
    // though: after a collection it is looked whether the turn is over its time, and if so the next look at the clock ends it.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Collected(nint group, nint state)
    {
        var engine = s_engine!;
        if (!engine._isRunning || engine._isTight || !engine.IsOverdue(ProcessorShare))
            return;
        engine._isTight = true;
        engine.SetLimit(TimeSpan.Zero);
    }

    // VmData counts what RLIMIT_DATA does.
    private static ulong PrivateBytes()
    {
        foreach (var line in File.ReadLines("/proc/self/status"))
        {
            if (line.StartsWith("VmData:", StringComparison.Ordinal))
                return ulong.Parse(line.AsSpan(7).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) << 10;
        }

        throw new InvalidOperationException("/proc/self/status has no VmData; this worker would not be confined.");
    }
}
