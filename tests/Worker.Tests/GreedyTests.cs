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
        slow.SetResult();

        var shown = 0;
        while (true)
        {
            var text = await room.NextTextAsync();
            if (!text.StartsWith("refused", StringComparison.Ordinal))
            {
                shown++;
                continue;
            }

            Assert.Equal($"refused {2000 - shown}", text);
            break;
        }
    }

    [Fact]
    public async Task A_flood_of_log_lines_is_cut()
    {
        var (worker, room) = await Launch.RunAsync("Greedy");
        await using var _ = worker;

        worker.Say("log");

        Assert.Equal("logged", await room.NextTextAsync());
        Assert.InRange(room.Lines.Count, 50, 50 * 20);
    }
}
