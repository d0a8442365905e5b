using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;
using PluginRoom.Worker.Confinement;
using PluginRoom.Worker.Loading;
using PluginRoom.Worker.Room;

namespace PluginRoom.Worker;

/// <summary>Loads the plugin and runs its handlers, one after the other. It blocks on each handler's task: order costs a thread.</summary>
internal sealed class PluginThread(
    Initialize start,
    string pluginDirectory,
    FrameOutput output,
    HostCalls calls,
    HandlerQueue queue,
    HandlerWatch watch,
    Func<int> stopDeadlineMs,
    CancellationToken stopping)
{
    internal void Run()
    {
        if (Start(out var room) is not { } plugin)
        {
            Libc.Exit(1);
            return;
        }

        var delivery = new EventDelivery(room, stopping);
        while (queue.TryTake(out var type, out var payload))
            Deliver(delivery, type, payload);
        Stop(plugin);
        Libc.Exit(0);
    }

    private RoomPlugin? Start(out HostRoom room)
    {
        room = new(start, calls, output);
        try
        {
            var plugin = PluginLoader.Load(pluginDirectory, start.Entry);
            plugin.StartAsync(room, stopping).GetAwaiter().GetResult();
            var sdk = typeof(RoomPlugin).Assembly.GetName().Version!.ToString(3);
            output.Write(WorkerFrameType.Ready, 0, new(sdk), WorkerJson.Default.Ready);
            return plugin;
        }
        catch (PluginLoadException refused)
        {
            Fault("start", refused.Message, refused.InnerException?.ToString());
        }
        catch (Exception threw)
        {
            Fault("start", $"StartAsync threw {threw.GetType().Name}: {threw.Message}", threw.StackTrace);
        }

        return null;
    }

    private void Deliver(EventDelivery delivery, WorkerFrameType type, byte[] payload)
    {
        watch.Begin();
        try
        {
            var handling = type == WorkerFrameType.UiInput ? delivery.DeliverUiInput(payload) : delivery.DeliverEvent(payload);
            handling.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // A handler that was told to stop did.
        }
        catch (Exception threw)
        {
            Fault(delivery.Current, $"{threw.GetType().Name}: {threw.Message}", threw.StackTrace);
        }
        finally
        {
            watch.End();
        }
    }

    private void Stop(RoomPlugin plugin)
    {
        try
        {
            using var deadline = new CancellationTokenSource(stopDeadlineMs());
            plugin.StopAsync(deadline.Token).GetAwaiter().GetResult();
        }
        catch (Exception threw)
        {
            Fault("stop", $"{threw.GetType().Name}: {threw.Message}", threw.StackTrace);
        }

        output.Write(WorkerFrameType.Stopped, 0);
    }

    private void Fault(string during, string message, string? stack) => output.Write(
        WorkerFrameType.Fault, 0, new(during, Cut(message), stack is null ? null : Cut(stack)), WorkerJson.Default.WorkerFault);

    // An exception's text is the plugin's, and may be of any length.
    private static string Cut(string text) => text.Length <= ConsoleLines.MaxLength ? text : text[..ConsoleLines.MaxLength];
}
