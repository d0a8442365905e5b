using PluginRoom.Host.Egress;
using PluginRoom.Host.Tests.Rooms;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class ByteBudgetTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void No_minute_holds_more_than_the_number_says()
    {
        var budget = new ByteBudget(_time, 1000);
        var spent = new List<(double At, int Bytes)>();
        for (var tick = 0; tick < 2000; tick++)
        {
            var bytes = 1 + (tick * 37 % 400);
            if (budget.WaitFor(bytes) == TimeSpan.Zero)
            {
                budget.Spend(bytes);
                spent.Add((tick * 0.25, bytes));
            }

            _time.Advance(TimeSpan.FromMilliseconds(250));
        }

        foreach (var (from, _) in spent)
            Assert.InRange(spent.Where(entry => entry.At >= from && entry.At < from + 60).Sum(entry => entry.Bytes), 1, 1000);
        Assert.InRange(spent.Sum(entry => entry.Bytes), 6 * 1000, 9 * 1000);
    }

    [Fact]
    public void The_wait_that_it_names_is_enough()
    {
        var budget = new ByteBudget(_time, 100);
        budget.Spend(60);
        _time.Advance(TimeSpan.FromSeconds(20));
        budget.Spend(40);

        Assert.Equal(TimeSpan.Zero, budget.WaitFor(0));
        var wait = budget.WaitFor(60);
        Assert.InRange(wait.TotalSeconds, 40, 41);
        _time.Advance(wait);
        Assert.Equal(TimeSpan.Zero, budget.WaitFor(60));
        Assert.NotEqual(TimeSpan.Zero, budget.WaitFor(61));
    }

    [Fact]
    public void More_than_a_minute_holds_never_fits()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, new ByteBudget(_time, 100).WaitFor(101));
    }

    [Fact]
    public void A_long_silence_leaves_nothing_behind()
    {
        var budget = new ByteBudget(_time, 100);
        budget.Spend(100);
        _time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(TimeSpan.Zero, budget.WaitFor(100));
    }
}
