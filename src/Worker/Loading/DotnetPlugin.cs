using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;
using PluginRoom.Worker.Room;

namespace PluginRoom.Worker.Loading;

/// <summary>A plugin in an assembly. The thread blocks on each handler's task: order costs a thread.</summary>
internal sealed class DotnetPlugin(
    Initialize start, string directory, FrameOutput output, HostCalls calls, CancellationToken stopping) : HostedPlugin
{
    private readonly FaultReport _faults = new(output);
    private readonly HostRoom _room = new(start, calls, output);
    private RoomPlugin? _plugin;
    private EventDelivery? _delivery;

    internal override bool Start()
    {
        try
        {
            _plugin = PluginLoader.Load(directory, start.Entry);
            _plugin.StartAsync(_room, stopping).GetAwaiter().GetResult();
            _delivery = new(_room, stopping);
            return true;
        }
        catch (PluginLoadException refused)
        {
            _faults.Write("start", refused.Message, refused.InnerException?.ToString());
        }
        catch (Exception threw)
        {
            _faults.Write("start", $"StartAsync threw {threw.GetType().Name}: {threw.Message}", threw.StackTrace);
        }

        return false;
    }

    internal override void Deliver(WorkerFrameType type, byte[] payload)
    {
        try
        {
            var handling = type == WorkerFrameType.UiInput ? _delivery!.DeliverUiInput(payload) : _delivery!.DeliverEvent(payload);
            handling.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // A handler that was told to stop did.
        }
        catch (Exception threw)
        {
            _faults.Write(_delivery!.Current, $"{threw.GetType().Name}: {threw.Message}", threw.StackTrace);
        }
    }

    internal override void Stop(TimeSpan deadline)
    {
        try
        {
            using var over = new CancellationTokenSource(deadline);
            _plugin!.StopAsync(over.Token).GetAwaiter().GetResult();
        }
        catch (Exception threw)
        {
            _faults.Write("stop", $"{threw.GetType().Name}: {threw.Message}", threw.StackTrace);
        }
    }

    internal override void Reply(uint id, ReadOnlySpan<byte> payload) => calls.Complete(id, payload);
}
