namespace PluginRoom.Sdk;

/// <summary>
/// How the connections in the room do, on the whole. Needs <c>{ "name": "quality.stats.read" }</c> and a flow of <c>room.meta</c>. Nobody's
/// own figures and no address are ever told.
/// </summary>
public interface IQuality
{
    /// <summary>
    /// Runs <paramref name="handler"/> about every ten seconds, while at least two people allow it. Dispose the result to stop.
    /// </summary>
    /// <exception cref="CapabilityDeniedException"><c>quality.stats.read</c> is not declared.</exception>
    IDisposable OnChanged(Func<RoomQuality, CancellationToken, Task> handler);
}

/// <summary>Medians over the connections of the people who allow it.</summary>
/// <param name="People">Over how many people, at least two.</param>
/// <param name="RoundTrip">There and back, to the millisecond.</param>
/// <param name="LossPercent">Packets lost, 0 to 100, to a tenth.</param>
/// <param name="Kbps">Received and sent by one person together, in kilobits a second.</param>
public sealed record RoomQuality(int People, TimeSpan RoundTrip, double LossPercent, int Kbps);
