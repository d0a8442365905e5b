using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Confinement;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker;

/// <summary>Runs the plugin's start, its handlers one after the other, and its end.</summary>
internal sealed class PluginThread(HostedPlugin plugin, FrameOutput output, HandlerQueue queue, HandlerWatch watch, Func<int> stopDeadlineMs)
{
    internal void Run()
    {
        if (!plugin.Start())
        {
            Libc.Exit(1);
            return;
        }

        var sdk = typeof(RoomPlugin).Assembly.GetName().Version!.ToString(3);
        output.Write(WorkerFrameType.Ready, 0, new(sdk), WorkerJson.Default.Ready);
        while (!queue.IsClosed)
        {
            if (queue.TryTake(plugin.RunDue(), out var type, out var payload))
                Deliver(type, payload);
        }

        plugin.Stop(TimeSpan.FromMilliseconds(stopDeadlineMs()));
        output.Write(WorkerFrameType.Stopped, 0);
        Libc.Exit(0);
    }

    private void Deliver(WorkerFrameType type, byte[] payload)
    {
        watch.Begin();
        try
        {
            plugin.Deliver(type, payload);
        }
        finally
        {
            watch.End();
        }
    }
}
