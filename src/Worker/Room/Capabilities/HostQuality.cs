using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;

namespace PluginRoom.Worker.Room.Capabilities;

internal sealed class HostQuality(DeclaredCapabilities gate) : IQuality
{
    internal EventHandlers<RoomQuality> Changed { get; } = new();

    public IDisposable OnChanged(Func<RoomQuality, CancellationToken, Task> handler)
    {
        gate.Require("quality.stats.read");
        return Changed.Add(handler);
    }

    internal static RoomQuality Read(QualityChangedEvent changed) =>
        new(changed.People, TimeSpan.FromMilliseconds(changed.RttMs), changed.LossPercent, (int)changed.Kbps);
}
