namespace PluginRoom.Protocol.Client;

/// <summary>
/// Hub method <c>DeliverSpeaking</c>: this person's own browser tells the plugins that they allow that they began or ended to speak.
/// There are no levels, and it is never sent while the microphone is muted.
/// </summary>
public sealed record SpeakingDelivery(IReadOnlyList<string> PluginIds, bool Speaking);
