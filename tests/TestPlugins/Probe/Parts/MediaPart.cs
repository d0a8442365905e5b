using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class MediaPart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        // "person kind"
        orders.On("media.receive", (words, cancellation) =>
        {
            var parts = words.Split(' ');
            return room.Media.ReceiveAsync(new(parts[0]), Enum.Parse<MediaKind>(parts[1], ignoreCase: true), cancellation);
        });
        orders.On("media.publish", (words, cancellation) => room.Media.PublishAsync(Enum.Parse<MediaKind>(words, ignoreCase: true), cancellation));
    }
}
