namespace PluginRoom.Protocol.Client;

/// <summary>
/// Hub method <c>DeliverQuality</c>: how this person's connections did in the last ten seconds. Plugins that they allow get the median over
/// at least two people, never these figures.
/// </summary>
/// <param name="RttMs">There and back, in milliseconds, 0 to 60,000.</param>
/// <param name="LossPercent">0 to 100.</param>
/// <param name="Kbps">Received and sent together, in kilobits a second, 0 to 10,000,000.</param>
public sealed record QualityDelivery(IReadOnlyList<string> PluginIds, double RttMs, double LossPercent, double Kbps);
