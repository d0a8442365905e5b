using PluginRoom.Host.Rooms.Plugins.Deliveries;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins.Deliveries;

public sealed class QualityFiguresTests
{
    private const int Ada = 0;
    private const int Ben = 1;
    private const int Cem = 2;

    private readonly FakeTime _time = new();
    private readonly QualityFigures _figures;

    public QualityFiguresTests() => _figures = new QualityFigures(_time);

    [Fact]
    public void A_median_is_due_with_the_second_person_and_then_ten_seconds_apart()
    {
        Assert.Empty(Put(Ada));
        Assert.Equal([Ada, Ben], Put(Ben));

        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(Put(Ada));
        Assert.Empty(Put(Ben));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([Ada, Ben], Put(Ada));
    }

    [Fact]
    public void Each_figure_is_used_once_so_that_two_medians_never_differ_in_one_persons_alone()
    {
        Put(Ada);
        Put(Ben);
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Empty(Put(Ada));
        Assert.Equal([Ada, Cem], Put(Cem));
    }

    [Fact]
    public void Whoever_left_or_no_longer_allows_it_is_not_in_it()
    {
        Put(Ada);
        _figures.Forget(Ada);
        Assert.Empty(Put(Ben));

        Put(Cem, allows: subject => subject == Cem);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(Put(Cem));
    }

    [Theory]
    [InlineData(new[] { 3.0, 1.0 }, 2.0)]
    [InlineData(new[] { 9.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 100.0, 4.0, 1.0, 2.0 }, 3.0)]
    public void One_bad_connection_moves_the_median_little(double[] values, double expected) =>
        Assert.Equal(expected, QualityFigures.Median(values));

    private int[] Put(int subject, Predicate<int>? allows = null)
    {
        _figures.Put(subject, new QualityDelivery([], 1, 0, 1));
        return [.. _figures.TakeDue(allows ?? (_ => true)).Keys.Order()];
    }
}
