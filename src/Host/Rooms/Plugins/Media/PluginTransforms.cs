using PluginRoom.Host.Broker;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Media;

/// <summary>
/// Whose own page lets this plugin change their camera picture. The pictures stay in that page, in a frame that has no other way in or out;
/// what comes here is that it begins and ends. On the room's queue.
/// </summary>
internal sealed class PluginTransforms(RoomPlugin plugin, RoomPluginContext context)
{
    private readonly HashSet<string> _on = [];

    /// <summary>At the person's own click, which is their yes; the next time they click again.</summary>
    public Outcome<Done> Start(Participant by)
    {
        if (plugin.Installed.Manifest.Ui.All(ui => ui.Slot != UiSlot.Transform))
            return PluginRefusals.NoTransform;
        if (context.Broker.Decide(plugin.Gate, Request(by)).Refusal is { } refusal)
            return PluginRefusals.ForPage(refusal);
        _on.Add(by.Id);
        return new Done();
    }

    public Outcome<Done> Stop(Participant by, long frames)
    {
        if (!_on.Remove(by.Id))
            return PluginRefusals.NotTransforming;
        // The page counts and is believed, as with channels; nothing changed, nothing to say.
        if (frames > 0)
            context.Broker.CountStream(plugin.Gate, Request(by), frames, 0);
        return new Done();
    }

    private FlowRequest Request(Participant by) => FlowRequest.AtHome(Capability.MediaLocalTransform, context.Subjects.SlotOf(by));
}
