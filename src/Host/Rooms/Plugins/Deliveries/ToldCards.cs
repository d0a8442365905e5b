using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>Whose card one plugin's process has been given.</summary>
internal sealed class ToldCards(RoomPlugin plugin, RoomPluginContext context)
{
    private readonly HashSet<string> _told = [];

    public Outcome<Done> Tell(Participant from, CardFields? fields)
    {
        // Of whom it has no card, none is withdrawn: nothing is told to somebody who never got any.
        if (fields is null && !_told.Contains(from.Id))
            return new Done();
        var card = fields is null
            ? null
            : new WorkerCard(fields.DisplayName, fields.Pronouns, fields.Role, fields.Organisation, fields.Link, fields.About);
        var outcome = plugin.Deliveries.Deliver(from, new Delivery(
            Capability.UsercardRead, DataCategory.IdentityCard, fields is null ? 0 : CardRules.SizeOf(fields),
            (pseudonym, _) => new UserCardChangedEvent(pseudonym, card)));
        if (outcome.Error is null && fields is not null)
            _told.Add(from.Id);
        else if (fields is null)
            _told.Remove(from.Id);
        return outcome;
    }

    /// <summary>Their page can neither change nor withdraw it any more. Nothing is told of somebody who no longer allows it.</summary>
    public void End(Participant gone)
    {
        if (_told.Contains(gone.Id) && plugin.Gate.AllowsIn(DataCategory.IdentityCard, context.Subjects.SlotOf(gone)))
            Tell(gone, null);
        _told.Remove(gone.Id);
    }

    public void ForgetWorker() => _told.Clear();
}
