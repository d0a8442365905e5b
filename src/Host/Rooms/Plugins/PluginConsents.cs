using PluginRoom.Host.Consent;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>A person changes what one plugin may do with their data. On the room's queue.</summary>
internal static class PluginConsents
{
    public static Outcome<ConsentView> Decide(RoomPlugin plugin, RoomPluginContext context, Participant participant, ConsentRequest request)
    {
        // All or nothing: one wrong choice must not leave the others half applied.
        var choices = new List<(int Flow, ConsentChoice Choice)>();
        foreach (var (key, name) in request.Choices)
        {
            var flow = plugin.Gate.Flows.IndexOf(key);
            if (flow < 0)
                return PluginRefusals.FlowUnknown;
            if (ConsentChoices.Parse(name) is not { } choice)
                return Refusals.Malformed("\"choice\" is \"allow\", \"refuse\" or \"unset\".");
            if (choice == ConsentChoice.Allow && plugin.Gate.Consents.IsOff(flow))
                return PluginRefusals.PurposeOff;
            choices.Add((flow, choice));
        }

        Apply(plugin, context, participant, choices);
        var view = ViewOf(plugin, context, participant);
        context.Room.Send(participant.Id, RoomEvents.ConsentChanged, view);
        plugin.Audience.Refresh();
        return view;
    }

    public static ConsentView ViewOf(RoomPlugin plugin, RoomPluginContext context, Participant participant)
    {
        var subject = context.Subjects.SlotOf(participant);
        return new ConsentView(
            plugin.Id,
            [.. plugin.Gate.Flows.Flows.Select((flow, index) => new FlowChoice(flow.Key, plugin.Gate.Consents.Choice(index, subject).Name()))],
            plugin.Update?.AnswerOf(participant));
    }

    /// <summary>Takes over what people chose for the same flows of the version before; a changed flow has another key and is asked anew.</summary>
    public static void CarryOver(RoomPlugin from, RoomPlugin to, RoomPluginContext context)
    {
        for (var flow = 0; flow < from.Gate.Flows.Flows.Count; flow++)
        {
            var same = to.Gate.Flows.IndexOf(from.Gate.Flows.Flows[flow].Key);
            if (same < 0)
                continue;
            // Those who have left as well: what they let be stored is still there, under the choices that they left with.
            for (var subject = 0; subject < context.Subjects.Count; subject++)
                to.Gate.Consents.Set(same, subject, from.Gate.Consents.Choice(flow, subject));
        }

        to.Follow(from);
    }

    private static void Apply(
        RoomPlugin plugin, RoomPluginContext context, Participant participant, List<(int Flow, ConsentChoice Choice)> choices)
    {
        var (subject, revoked) = (context.Subjects.SlotOf(participant), 0u);
        foreach (var (flow, choice) in choices)
        {
            if (choice != ConsentChoice.Allow && plugin.Gate.Consents.Allows(flow, subject))
                revoked |= 1u << (int)plugin.Gate.Flows.Flows[flow].Category;
            plugin.Gate.Consents.Set(flow, subject, choice);
        }

        // From here on every sink is closed to the process that knows, by its label; it is ended as well.
        if (revoked != 0)
            context.Forgetting.Revoked(plugin, participant, revoked);
    }
}
