using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>
/// What a person's own page hands to the plugins that the person allows. Each kind is checked and its rate held here, once; then each
/// plugin's gate is asked by itself. On the room's queue.
/// </summary>
public sealed class RoomDeliveries
{
    private const int MaxChatLength = 4_000;
    private const int MaxMessageIdLength = 64;

    private static readonly HashSet<string> Reactions = ["thumbs-up", "applause", "heart", "laugh", "surprise", "party"];

    private readonly IReadOnlyDictionary<string, RoomPlugin> _plugins;
    private readonly DeliveryRates _rates;

    internal RoomDeliveries(IReadOnlyDictionary<string, RoomPlugin> plugins, TimeProvider time) =>
        (_plugins, _rates) = (plugins, new DeliveryRates(time));

    public Outcome<Done> Chat(Participant from, ChatDelivery line)
    {
        if (line.Text.Length > MaxChatLength || line.MessageId.Length > MaxMessageIdLength)
            return Refusals.TooLarge;
        var delivery = new Delivery(
            Capability.ChatRead, DataCategory.ContentChat, line.Text.Length,
            (pseudonym, at) => new ChatMessageEvent(pseudonym, line.MessageId, line.Text, at));
        return ToEach(line.PluginIds, plugin => plugin.Deliveries.Deliver(from, delivery));
    }

    public Outcome<Done> Reaction(Participant from, ReactionDelivery sent)
    {
        if (!Reactions.TryGetValue(sent.Reaction, out var reaction))
            return Refusals.Malformed($"\"reaction\" is one of {string.Join(", ", Reactions)}.");
        if (!_rates.MayDeliver(from, Capability.ReactionsRead, burst: 6, perSecond: 1))
            return Refusals.Rate;
        var delivery = new Delivery(
            Capability.ReactionsRead, DataCategory.BehaviourInteraction, reaction.Length,
            (pseudonym, at) => new ReactionSentEvent(pseudonym, reaction, at));
        return ToEach(sent.PluginIds, plugin => plugin.Deliveries.Deliver(from, delivery));
    }

    public Outcome<Done> Speaking(Participant from, SpeakingDelivery change) =>
        // An end is always taken: without it a turn would seem to go on.
        change.Speaking && !_rates.MayDeliver(from, Capability.SpeakingRead, burst: 10, perSecond: 1)
            ? Refusals.Rate
            : ToEach(change.PluginIds, plugin => plugin.Deliveries.Speaking.Tell(from, change.Speaking));

    public Outcome<Done> Quality(Participant from, QualityDelivery figures)
    {
        if (!(figures is { RttMs: >= 0 and <= 60_000, LossPercent: >= 0 and <= 100, Kbps: >= 0 and <= 10_000_000 }))
            return Refusals.Malformed("\"rttMs\" is 0 to 60000, \"lossPercent\" 0 to 100 and \"kbps\" 0 to 10000000.");
        if (!_rates.MayDeliver(from, Capability.QualityStatsRead, burst: 3, perSecond: 0.2))
            return Refusals.Rate;
        return ToEach(figures.PluginIds, plugin => plugin.Deliveries.Quality.Take(from, figures));
    }

    public Outcome<Done> Card(Participant from, CardDelivery card)
    {
        if (card.Fields is { } fields && CardRules.Problem(fields) is { } problem)
            return problem;
        // The withdrawal is always taken.
        if (card.Fields is not null && !_rates.MayDeliver(from, Capability.UsercardRead, burst: 20, perSecond: 0.5))
            return Refusals.Rate;
        return ToEach(card.PluginIds, plugin => plugin.Deliveries.Cards.Tell(from, card.Fields));
    }

    /// <summary>Left, or came back with a page that was reloaded.</summary>
    internal void Forget(Participant gone)
    {
        _rates.Forget(gone);
        foreach (var plugin in _plugins.Values)
            plugin.Deliveries.Forget(gone);
    }

    /// <summary>Each plugin is asked by itself; the first refusal is what the page hears, after all others had theirs.</summary>
    private Outcome<Done> ToEach(IReadOnlyList<string> pluginIds, Func<RoomPlugin, Outcome<Done>> deliver)
    {
        HubError? error = null;
        foreach (var id in pluginIds.Distinct(StringComparer.Ordinal))
        {
            var outcome = _plugins.TryGetValue(id, out var plugin) ? deliver(plugin) : PluginRefusals.NotInRoom;
            error ??= outcome.Error;
        }

        return error is null ? new Done() : error;
    }
}
