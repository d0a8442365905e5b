using PluginRoom.Host.Rooms;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms;

public sealed class TokenBucketTests
{
    [Fact]
    public void A_burst_passes_and_then_only_the_steady_rate()
    {
        var time = new FakeTime();
        var bucket = new TokenBucket(time, burst: 10, perSecond: 2);

        Assert.Equal(10, Enumerable.Range(0, 20).Count(_ => bucket.TryTake(1)));
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(6, Enumerable.Range(0, 20).Count(_ => bucket.TryTake(1)));
    }

    [Fact]
    public void A_long_pause_gives_no_more_than_one_burst()
    {
        var time = new FakeTime();
        var bucket = new TokenBucket(time, burst: 10, perSecond: 2);
        time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => bucket.TryTake(1)));
    }

    [Fact]
    public void A_refused_taking_costs_nothing()
    {
        var bucket = new TokenBucket(new FakeTime(), burst: 10, perSecond: 0);

        Assert.False(bucket.TryTake(11));
        Assert.True(bucket.TryTake(10));
    }
}
