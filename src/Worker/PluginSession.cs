using System.Text.Json;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Confinement;
using PluginRoom.Worker.Frames;
using PluginRoom.Worker.JavaScript;
using PluginRoom.Worker.Loading;

namespace PluginRoom.Worker;

/// <summary>One plugin from the first frame to the last. This thread reads; the plugin has a thread of its own.</summary>
internal sealed class PluginSession(FrameInput input, FrameOutput output) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly HandlerQueue _queue = new();
    private readonly HandlerWatch _watch = new(output);
    private readonly HostCalls _calls = new(output);
    private volatile int _stopDeadlineMs;
    private HostedPlugin? _plugin;

    /// <summary>Returns when the host has gone.</summary>
    /// <param name="engine">For a plugin in JavaScript; made before the process was confined.</param>
    internal void Run(string pluginDirectory, ScriptEngine? engine)
    {
        if (!input.TryRead(out var first, out var payload))
            return;
        if (first.Type != WorkerFrameType.Initialize || JsonSerializer.Deserialize(payload, WorkerJson.Default.Initialize) is not { } start)
            throw new InvalidDataException("The host's first frame was not Initialize.");
        _plugin = engine is null
            ? new DotnetPlugin(start, pluginDirectory, output, _calls, _stopping.Token)
            : new ScriptPlugin(engine, start, pluginDirectory, output, _calls, _queue, _watch);
        var thread = new PluginThread(_plugin, output, _queue, _watch, () => _stopDeadlineMs);
        new Thread(thread.Run) { Name = "plugin", IsBackground = true }.Start();
        while (input.TryRead(out var header, out payload))
            Handle(header, payload);
    }

    public void Dispose() => _stopping.Dispose();

    private void Handle(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        switch (header.Type)
        {
            case WorkerFrameType.Event or WorkerFrameType.UiInput:
                _watch.Expect();
                if (!_queue.TryPut(header.Type, payload))
                    FallBehind();
                break;
            case WorkerFrameType.Reply:
                _plugin!.Reply(header.Id, payload);
                break;
            case WorkerFrameType.Ping:
                _watch.Ping(header.Id);
                break;
            case WorkerFrameType.Shutdown:
                BeginStop(JsonSerializer.Deserialize(payload, WorkerJson.Default.Shutdown)!);
                break;
            default:
                throw new InvalidDataException($"The host sent a frame of type {header.Type}.");
        }
    }

    private void BeginStop(Shutdown shutdown)
    {
        _stopDeadlineMs = shutdown.DeadlineMs;
        _queue.Close();
        // On the pool: whatever the plugin does on cancellation must not stop this thread from reading.
        ThreadPool.UnsafeQueueUserWorkItem(static stopping => stopping.Cancel(), _stopping, preferLocal: false);
    }

    private void FallBehind()
    {
        new FaultReport(output).Write("queue", "The plugin's handlers do not keep up: over 16 MiB wait for them.", null);
        Libc.Exit(1);
    }
}
