using PluginRoom.Host.Broker;
using PluginRoom.Host.Rooms.Plugins.Forgetting;
using PluginRoom.Host.Rooms.Plugins.Updates;
using PluginRoom.Host.Rooms.Recording;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Purposes;

/// <summary>
/// A moderator switches a purpose on or off for all plugins of the room. On: nobody has allowed anything by it, and everybody concerned
/// can be asked from now on. Off: whatever anybody allowed for it ends, as if they had taken it back. On the room's queue.
/// </summary>
internal sealed class PurposeSwitching(RoomPluginContext context, RoomUpdates updates, RoomRecordings recordings)
{
    public Outcome<Done> Switch(Participant by, PurposeSwitch request, IReadOnlyList<RoomPlugin> plugins)
    {
        if (!by.Moderator)
            return Refusals.ModeratorOnly;
        if (RoomPurposes.Find(request.Purpose) is not { } purpose)
            return Refusals.Malformed("\"purpose\" is one of those that are off until a moderator switches them on.");
        if (!context.Purposes.Set(purpose, request.On))
            return new Done();

        // Before anybody is asked, or told what ended by it.
        context.Room.Broadcast(RoomEvents.PurposesChanged, context.Purposes.View);
        foreach (var plugin in plugins)
            Apply(plugin, purpose, request.On);
        return new Done();
    }

    private void Apply(RoomPlugin plugin, Purpose purpose, bool on)
    {
        var flows = plugin.Gate.Flows.FlowsFor(purpose);
        if (on)
            plugin.Gate.Consents.SwitchOn(flows);
        else if (flows != 0)
            End(plugin, purpose, flows);
        if (plugin.Update is not { } update)
            return;
        if (!on)
            update.SwitchOff(purpose);
        updates.Follow(plugin);
    }

    private void End(RoomPlugin plugin, Purpose purpose, ulong flows)
    {
        recordings.PurposeOff(plugin, flows, $"A moderator switched off its use for {purpose.Name()}.");
        var ended = Enumerable.Range(0, context.Subjects.Count)
            .Select(subject => new EndedPermission(context.Subjects.ParticipantOf(subject), subject, AllowedCategories(plugin, flows, subject)))
            .Where(each => each.Categories != 0)
            .ToList();
        // From here on every sink of it is closed.
        plugin.Gate.Consents.SwitchOff(flows);
        if (ended.Count > 0)
            context.Forgetting.SwitchedOff(plugin, purpose, ended);
        foreach (var participant in context.Room.Participants)
            context.Room.Send(participant.Id, RoomEvents.ConsentChanged, PluginConsents.ViewOf(plugin, context, participant));
        plugin.Audience.Refresh();
    }

    private static uint AllowedCategories(RoomPlugin plugin, ulong flows, int subject)
    {
        var categories = 0u;
        for (var flow = 0; flow < plugin.Gate.Flows.Flows.Count; flow++)
            if ((flows >> flow & 1) != 0 && plugin.Gate.Consents.Allows(flow, subject))
                categories |= 1u << (int)plugin.Gate.Flows.Flows[flow].Category;
        return categories;
    }
}
