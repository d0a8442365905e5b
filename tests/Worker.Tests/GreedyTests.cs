using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

public sealed class GreedyTests
{
    [Fact]
    public async Task Every_undeclared_reach_is_refused_by_name_and_known_to_the_host()
    {
        var (worker, room) = await Launch.RunAsync("Greedy");
        await using var _ = worker;
        room.Answer = static call => WorkerReply.Refused(new("from.the.host", "not-declared", call.GetType().Name, "{ }"));

        worker.Say("grab");

        for (var call = 0; call < 4; call++)
            Assert.Equal("from.the.host: not-declared", await room.NextTextAsync());
        foreach (var capability in (string[])["chat.read", "presence.subscribe", "participants.profile.read", "recording.write"])
            Assert.Equal($"{capability}: not-declared", await room.NextTextAsync());
        WorkerCall[] reached =
        [
            new SendChatCall("buy now"), new ListParticipantsCall(), new ReadRoomCall(), new NotifyCall("buy now"),
            new UndeclaredUseCall("chat.read"), new UndeclaredUseCall("presence.subscribe"),
            new UndeclaredUseCall("participants.profile.read"), new UndeclaredUseCall("recording.write"),
        ];
        foreach (var call in reached)
            Assert.Equal(call, await room.NextCallAsync());
    }

    [Fact]
    public async Task More_calls_than_the_host_queues_are_refused()
    {
        var (worker, room) = await Launch.RunAsync("Greedy");
        await using var _ = worker;
        var slow = new TaskCompletionSource();
        room.Slowness = slow.Task;

        worker.Say("flood");
        worker.SendEvent(TestRoom.Flow, new ParticipantLeftEvent("p1"));
        // Behind all of them in the same pipe.
        Assert.Equal("info: flooded", await room.NextLineAsync());
        slow.SetResult();

        // The one that is being answered, and those that wait behind it.
        var shown = 1 + Launch.Options.MaxWaitingCalls;
        for (var call = 0; call < shown; call++)
            Assert.Equal(new string('\0', 16), await room.NextTextAsync());
        Assert.Equal($"refused {2000 - shown}", await room.NextTextAsync());
    }

    [Fact]
    public async Task A_flood_of_log_lines_is_cut()
    {
        // In this one moment.
        var (worker, room) = await Launch.RunAsync(Launch.With(Launch.Options, new FakeTime()), "Greedy");
        await using var _ = worker;

        worker.Say("log");

        Assert.Equal("logged", await room.NextTextAsync());
        Assert.Equal(50, room.Lines.Count);
    }
}
