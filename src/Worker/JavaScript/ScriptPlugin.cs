using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Confinement;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.JavaScript;

/// <summary>
/// A plugin in a script. Its thread is the script's event loop: while a handler's promise is open, answers and timers run and events wait.
/// </summary>
internal sealed class ScriptPlugin : HostedPlugin
{
    private const int MostScriptBytes = 8 << 20;
    private readonly ConcurrentQueue<(uint Id, byte[] Payload)> _replies = new();
    private readonly ScriptTimers _timers = new();
    private readonly ScriptEngine _engine;
    private readonly ScriptBridge _bridge;
    private readonly HandlerQueue _queue;
    private readonly HandlerWatch _watch;
    private readonly Initialize _start;
    private readonly string _directory;
    private Entry _entry;
    private double _run;
    private bool _isHandling;

    internal ScriptPlugin(
        ScriptEngine engine, Initialize start, string directory, FrameOutput output, HostCalls calls, HandlerQueue queue, HandlerWatch watch)
    {
        (_engine, _start, _directory, _queue, _watch) = (engine, start, directory, queue, watch);
        _bridge = new(engine, output, new(output), new(start.Capabilities, calls), _timers);
    }

    internal override bool Start()
    {
        _engine.HoldTurnsBelow(TimeSpan.FromMilliseconds(_start.HandlerMs));
        if (ReadScript() is not { } script)
            return false;
        var surface = _engine.Evaluate(ScriptSurface.Read(), ScriptSurface.Url);
        var entry = _engine.Call(surface, [_bridge.MakeFunction(), ScriptText.ToValue(_engine.Context, _start.RoomAlias)]);
        _entry = new(_engine, entry);
        JavaScriptCore.SetUnhandledRejectionCallback(_engine.Context, _entry.Rejected, out _);
        return Turn("start", () => _engine.Evaluate(script, _start.Entry));
    }

    internal override void Deliver(WorkerFrameType type, byte[] payload)
    {
        var run = ++_run;
        var context = _engine.Context;
        if (type == WorkerFrameType.UiInput)
        {
            var from = Encoding.UTF8.GetString(payload, 1, payload[0]);
            var data = payload.AsMemory(1 + payload[0]);
            Handle(run, "ui.input", () => _engine.Call(
                _entry.Input, [JavaScriptCore.MakeNumber(context, run), ScriptText.ToValue(context, from), _bridge.ToArray(data.Span)]));
            return;
        }

        using var json = JsonDocument.Parse(payload);
        var name = json.RootElement.GetProperty("event").GetString()!;
        Handle(run, name, () => _engine.Call(
            _entry.Deliver, [JavaScriptCore.MakeNumber(context, run), ScriptText.ToValue(context, Encoding.UTF8.GetString(payload))]));
    }

    internal override TimeSpan RunDue()
    {
        var context = _engine.Context;
        while (_replies.TryDequeue(out var reply))
        {
            Aside("reply", () => _engine.Call(
                _entry.Settle, [JavaScriptCore.MakeNumber(context, reply.Id), ScriptText.ToValue(context, Encoding.UTF8.GetString(reply.Payload))]));
        }

        while (_timers.TryTakeDue(out var id))
            Aside("timer", () => _engine.Call(_entry.Fire, [JavaScriptCore.MakeNumber(context, id)]));
        return _timers.Wait;
    }

    internal override void Stop(TimeSpan deadline)
    {
        var run = ++_run;
        var until = Stopwatch.GetTimestamp() + (long)(deadline.TotalSeconds * Stopwatch.Frequency);
        if (!Turn("stop", () => _engine.Call(_entry.Stop, [JavaScriptCore.MakeNumber(_engine.Context, run)])))
            return;
        while (_bridge.SettledRun != run && Stopwatch.GetTimestamp() < until)
        {
            var (next, left) = (RunDue(), Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), until));
            if (_bridge.SettledRun != run && left > TimeSpan.Zero)
                _queue.WaitForPoke(next == Timeout.InfiniteTimeSpan || next > left ? left : next);
        }
    }

    internal override void Reply(uint id, ReadOnlySpan<byte> payload)
    {
        // Id 0 answers a report that nobody waits for.
        if (id == 0)
            return;
        _replies.Enqueue((id, payload.ToArray()));
        _queue.Poke();
    }

    /// <summary>Runs the event's handlers and then whatever is due, until they have settled.</summary>
    private void Handle(double run, string during, Func<nint> deliver)
    {
        _isHandling = true;
        if (Turn(during, deliver))
        {
            while (_isHandling && _bridge.SettledRun != run && !_queue.IsClosed)
            {
                var wait = RunDue();
                if (_isHandling && _bridge.SettledRun != run)
                    _queue.WaitForPoke(wait);
            }
        }

        _isHandling = false;
    }

    /// <summary>A turn that belongs to no event; the host holds it to its time as well.</summary>
    private void Aside(string during, Func<nint> turn)
    {
        if (_isHandling)
        {
            Turn(during, turn);
            return;
        }

        _watch.Expect();
        _watch.Begin();
        Turn(during, turn);
        _watch.End();
    }

    private bool Turn(string during, Func<nint> turn)
    {
        try
        {
            turn();
            return true;
        }
        catch (ScriptException ended) when (ended.Thrown == 0)
        {
            // What the script still had to do in this turn is gone, and with it perhaps what the open handler waits for.
            _isHandling = false;
            _bridge.Fault(during, ended.Message, ended.Stack is null ? null : ScriptStack.Readable(ended.Stack));
            if (_engine.IsSpent)
                Libc.Exit(1);
        }
        catch (ScriptException threw)
        {
            Describe(during, threw.Thrown);
        }

        return false;
    }

    // In the script, because only there can a thrown value's own accessors be run safely.
    private void Describe(string during, nint thrown)
    {
        try
        {
            _engine.Call(_entry.Report, [ScriptText.ToValue(_engine.Context, during), thrown]);
        }
        catch (ScriptException)
        {
            _bridge.Fault(during, "The script threw, and so did what was to describe it.", null);
        }
    }

    private string? ReadScript()
    {
        var path = Path.GetFullPath(_start.Entry, _directory);
        string? problem = null;
        if (!path.StartsWith(_directory + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            problem = $"\"server.entry\" in plugin.json leaves the plugin's folder: {_start.Entry}";
        else if (!File.Exists(path))
            problem = $"{_start.Entry} is not in the plugin's folder. Correct \"server.entry\" in plugin.json or add the file.";
        else if (new FileInfo(path).Length > MostScriptBytes)
            problem = $"{_start.Entry} is larger than {MostScriptBytes >> 20} MB. Leave out what the server side does not run.";
        if (problem is null)
            return File.ReadAllText(path);
        _bridge.Fault("start", problem, null);
        return null;
    }

    /// <summary>The functions by which the host comes in.</summary>
    private readonly struct Entry(ScriptEngine engine, nint entry)
    {
        internal nint Deliver { get; } = engine.Keep(entry, "deliver");

        internal nint Input { get; } = engine.Keep(entry, "input");

        internal nint Stop { get; } = engine.Keep(entry, "stop");

        internal nint Settle { get; } = engine.Keep(entry, "settle");

        internal nint Fire { get; } = engine.Keep(entry, "fire");

        internal nint Report { get; } = engine.Keep(entry, "report");

        internal nint Rejected { get; } = engine.Keep(entry, "rejected");
    }
}
