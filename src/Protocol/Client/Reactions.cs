namespace PluginRoom.Protocol.Client;

/// <summary>Hub method <c>DeliverReaction</c>: the sender's own browser hands a reaction to the plugins that the sender allows.</summary>
/// <param name="Reaction"><c>thumbs-up</c>, <c>applause</c>, <c>heart</c>, <c>laugh</c>, <c>surprise</c> or <c>party</c>.</param>
public sealed record ReactionDelivery(IReadOnlyList<string> PluginIds, string Reaction);
