using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Limits;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.Limits;

/// <summary>When a worker is asked, and what its answers lead to. How soon that is cannot be told from a real process on a busy machine.</summary>
public sealed class WorkerPulseTests : IDisposable
{
    private static readonly TimeSpan Handler = TimeSpan.FromSeconds(2);
    private readonly FakeTime _time = new();
    private readonly PauseClock _pauses;
    private readonly List<uint> _pings = [];
    private readonly List<WorkerExitKind> _ends = [];
    private readonly WorkerPulse _pulse;

    public WorkerPulseTests()
    {
        _pauses = new(_time);
        _pulse = new(new() { WorkerPath = "none" }, Handler, _pauses, _time, _pings.Add, (kind, _) => _ends.Add(kind));
    }

    public void Dispose() => _pulse.Dispose();

    [Fact]
    public void An_idle_worker_is_asked_every_ten_seconds()
    {
        for (var ping = 1; ping <= 3; ping++)
        {
            Pass(9.99);
            Assert.Equal(ping - 1, _pings.Count);
            Pass(0.01);
            Assert.Equal(ping, _pings.Count);
            Answer(handler: 0, milliseconds: 0);
        }
    }

    [Fact]
    public void One_that_was_given_something_is_asked_within_a_second_until_it_is_idle_again()
    {
        _pulse.Delivered();
        Pass(1);
        Assert.Single(_pings);
        // While the answer was on its way there came more.
        _pulse.Delivered();
        Answer(handler: 1, milliseconds: 0);
        Pass(1);
        Assert.Equal(2, _pings.Count);
        Answer(handler: 2, milliseconds: 0);
        Pass(9.99);
        Assert.Equal(2, _pings.Count);
    }

    [Fact]
    public void A_handler_is_asked_about_at_the_moment_at_which_its_time_is_over()
    {
        _pulse.Delivered();
        Pass(1);
        Answer(handler: 1, milliseconds: 990);
        Pass(1);
        Answer(handler: 1, milliseconds: 1990);
        Assert.Empty(_ends);
        Pass(0.02);
        Assert.Equal(3, _pings.Count);

        Answer(handler: 1, milliseconds: 2010);

        Assert.Equal([WorkerExitKind.HandlerTime], _ends);
    }

    [Fact]
    public void Many_handlers_within_their_time_are_none_beyond_it()
    {
        for (uint handler = 1; handler <= 10; handler++)
        {
            _pulse.Delivered();
            Pass(1);
            Answer(handler, milliseconds: 990);
        }

        Assert.Equal(10, _pings.Count);
        Assert.Empty(_ends);
    }

    [Fact]
    public void What_the_host_kept_it_waiting_counts_neither_for_a_handler_nor_for_an_answer()
    {
        _pulse.Delivered();
        Pass(1);
        Answer(handler: 1, milliseconds: 100);
        _pauses.Begin();
        Pass(10);
        _pauses.End();
        Assert.Empty(_ends);

        Answer(handler: 1, milliseconds: 11_500);

        Assert.Empty(_ends);
        Pass(1);
        Answer(handler: 1, milliseconds: 12_500);
        Assert.Equal([WorkerExitKind.HandlerTime], _ends);
    }

    [Fact]
    public void Whoever_does_not_answer_within_three_seconds_is_ended()
    {
        _pulse.Delivered();
        Pass(1);
        Pass(2.99);
        Assert.Empty(_ends);
        Pass(0.01);
        Assert.Equal([WorkerExitKind.Unresponsive], _ends);
    }

    [Fact]
    public void An_answer_that_nobody_asked_for_is_none()
    {
        Assert.False(_pulse.Answered(0, new HandlerAge(0, 0)));
        _pulse.Delivered();
        Pass(1);
        Answer(handler: 0, milliseconds: 0);
        Assert.False(_pulse.Answered(_pings[^1], new HandlerAge(0, 0)));
    }

    private void Pass(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private void Answer(uint handler, uint milliseconds) => Assert.True(_pulse.Answered(_pings[^1], new HandlerAge(handler, milliseconds)));
}
