using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>
/// Figures of several people, and when they may become a median: two that differ in one person's figures would tell that person's, so each
/// figure is used once, and there are ten seconds between two, in which every page has given new ones.
/// </summary>
internal sealed class QualityFigures(TimeProvider time)
{
    private const int FewestPeople = 2;

    // A little less than pages wait between two, so that one which comes early is not missed.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(9.5);

    private readonly Dictionary<int, QualityDelivery> _figures = [];
    private long? _takenAt;

    public void Put(int subject, QualityDelivery figures) => _figures[subject] = figures;

    public void Forget(int subject) => _figures.Remove(subject);

    /// <summary>Everybody who may be in the next median now, and nobody when it is too early or they are too few.</summary>
    public IReadOnlyDictionary<int, QualityDelivery> TakeDue(Predicate<int> allows)
    {
        foreach (var subject in _figures.Keys.Where(subject => !allows(subject)).ToList())
            _figures.Remove(subject);
        if (_figures.Count < FewestPeople || (_takenAt is { } taken && time.GetElapsedTime(taken) < Pause))
            return new Dictionary<int, QualityDelivery>();
        var due = new Dictionary<int, QualityDelivery>(_figures);
        _figures.Clear();
        _takenAt = time.GetTimestamp();
        return due;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
