namespace PluginRoom.Sdk.Testing;

/// <summary>Connections in small; <see cref="FakePerson.ReportQualityAsync"/> gives one person's figures, and two people's are told.</summary>
internal sealed class FakeQuality(FakeGate gate) : IQuality
{
    private readonly Dictionary<FakePerson, (TimeSpan RoundTrip, double LossPercent, int Kbps)> _figures = [];
    private readonly FakeEvent<RoomQuality> _changed = new(gate, "quality.stats.read", Category);

    internal const string Category = "room.meta";

    public IDisposable OnChanged(Func<RoomQuality, CancellationToken, Task> handler) => _changed.Add(handler);

    internal async Task ReportAsync(FakePerson person, TimeSpan roundTrip, double lossPercent, int kbps, CancellationToken cancellationToken)
    {
        _figures[person] = (roundTrip, lossPercent, kbps);
        var allowed = _figures.Where(each => each.Key.Allows(Category)).ToList();
        if (allowed.Count < 2 || !person.Allows(Category) || !gate.IsDeclared("quality.stats.read"))
            return;
        foreach (var (each, _) in allowed)
            gate.See(Category, each.Id);
        _figures.Clear();
        var quality = new RoomQuality(
            allowed.Count,
            TimeSpan.FromMilliseconds(Median(allowed.Select(each => each.Value.RoundTrip.TotalMilliseconds))),
            Median(allowed.Select(each => each.Value.LossPercent)),
            (int)Median(allowed.Select(each => (double)each.Value.Kbps)));
        await _changed.RaiseAsync(person, quality, cancellationToken).ConfigureAwait(false);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
