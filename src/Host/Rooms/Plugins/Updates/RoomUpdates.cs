using PluginRoom.Host.Consent;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Updates;

/// <summary>
/// Other versions of the plugins in one room: what differs in something that people decided on waits, and the version before runs on,
/// until everybody who is here and has allowed it something has answered. On the room's queue.
/// </summary>
/// <param name="replace">Puts another version in the place of the one that runs, and applies the answers to it.</param>
internal sealed class RoomUpdates(RoomPluginContext context, Func<string, RoomPlugin?> find, Action<RoomPlugin, InstalledPlugin, PendingUpdate?> replace)
{
    /// <summary>Another version lies on this host now. One that waited is out of date.</summary>
    public void Offer(RoomPlugin running, InstalledPlugin installed)
    {
        var waited = Withdraw(running);
        if (installed.ContentHash == running.Installed.ContentHash)
        {
            if (waited)
                running.BroadcastView();
            return;
        }

        var changes = VersionDifference.Between(running.Installed, installed, context.Addresses);
        if (changes.Count == 0)
        {
            replace(running, installed, null);
            return;
        }

        running.Update = new PendingUpdate(running.Installed, installed, changes);
        running.Update.Unanswered = Unanswered(running);
        if (!SwitchIfAnswered(running))
            running.BroadcastView();
    }

    public Outcome<ConsentView> Answer(Participant participant, UpdateAnswer answer)
    {
        if (find(answer.PluginId) is not { } running)
            return PluginRefusals.NotInRoom;
        if (running.Update is not { } update || update.Installed.ContentHash != answer.Update)
            return PluginRefusals.UpdateGone;
        if (update.Take(participant, answer.Choices, context.Purposes) is { } error)
            return error;
        context.Room.Send(participant.Id, RoomEvents.ConsentChanged, PluginConsents.ViewOf(running, context, participant));
        return Settle(participant, running.Id);
    }

    /// <summary>After this person chose anything: what waited for it goes on. Returns their choices for the version that runs then.</summary>
    public Outcome<ConsentView> Settle(Participant participant, string pluginId)
    {
        if (find(pluginId) is { } running)
            Follow(running);
        return find(pluginId) is { } now ? PluginConsents.ViewOf(now, context, participant) : PluginRefusals.NotInRoom;
    }

    /// <summary>Nobody waits for the answer of somebody who is gone.</summary>
    public void Left(Participant participant, IEnumerable<RoomPlugin> plugins)
    {
        foreach (var plugin in plugins.Where(plugin => plugin.Update is not null).ToList())
        {
            plugin.Update!.Forget(participant);
            Follow(plugin);
        }
    }

    /// <summary>True: there was one.</summary>
    public static bool Withdraw(RoomPlugin running)
    {
        var update = running.Update;
        running.Update = null;
        update?.Dispose();
        return update is not null;
    }

    /// <summary>
    /// Sets what people answered, on top of what was carried over. Returns whose permission of a category ends by that, as bits:
    /// they had allowed a flow that they do not allow in the new version.
    /// </summary>
    public IReadOnlyList<(Participant Participant, uint Categories)> Apply(PendingUpdate update, RoomPlugin before, RoomPlugin fresh)
    {
        var ended = new List<(Participant, uint)>();
        foreach (var (participant, choices) in update.Answers(context.Room))
        {
            var (subject, categories) = (context.Subjects.SlotOf(participant), 0u);
            foreach (var (flow, choice) in choices)
            {
                fresh.Gate.Consents.Set(flow, subject, choice);
                if (choice != ConsentChoice.Allow && AllowedBefore(before, fresh, flow, subject))
                    categories |= 1u << (int)fresh.Gate.Flows.Flows[flow].Category;
            }

            if (categories != 0)
                ended.Add((participant, categories));
        }

        return ended;
    }

    private static bool AllowedBefore(RoomPlugin before, RoomPlugin fresh, int flow, int subject)
    {
        var declared = fresh.Gate.Flows.Flows[flow];
        var same = before.Gate.Flows.FlowTo(declared.Category, declared.Sink);
        return same >= 0 && before.Gate.Consents.Allows(same, subject);
    }

    /// <summary>Something changed that may have been waited for.</summary>
    public void Follow(RoomPlugin running)
    {
        if (running.Update is not { } update || SwitchIfAnswered(running))
            return;
        var unanswered = Unanswered(running);
        if (unanswered == update.Unanswered)
            return;
        update.Unanswered = unanswered;
        running.BroadcastView();
    }

    private bool SwitchIfAnswered(RoomPlugin running)
    {
        if (Unanswered(running) > 0)
            return false;
        var update = running.Update!;
        running.Update = null;
        replace(running, update.Installed, update);
        update.Dispose();
        return true;
    }

    // Those whose socket has dropped are asked when they are back; after their seat is free nobody waits for them.
    private int Unanswered(RoomPlugin running) => context.Room.Participants.Count(participant =>
        !running.Update!.IsAnsweredBy(participant) && AllowsAnything(running, context.Subjects.SlotOf(participant)));

    private static bool AllowsAnything(RoomPlugin plugin, int subject)
    {
        for (var flow = 0; flow < plugin.Gate.Flows.Flows.Count; flow++)
            if (plugin.Gate.Consents.Allows(flow, subject))
                return true;
        return false;
    }
}
