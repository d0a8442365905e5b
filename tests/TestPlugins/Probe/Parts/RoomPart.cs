using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class RoomPart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        orders.On("room.info.read", async (_, cancellation) =>
        {
            var facts = await room.Info.ReadAsync(cancellation);
            return $"{facts.Name} {facts.People}";
        });
        orders.On("ui.notification", (words, cancellation) => room.Notifications.ShowAsync(words, cancellation));
        orders.On("ui.show", (words, cancellation) => room.Ui.BroadcastAsync(System.Text.Encoding.UTF8.GetBytes(words), cancellation));
        orders.Listen("recording.write", say => room.Recordings.OnStarted((recording, _) => Said(say, recording.Id)));
    }
}
