using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

public sealed class EchoTests
{
    private static readonly string[] Everything =
    [
        "ui.panel", "room.info.read", "participants.list", "participants.profile.read", "presence.subscribe", "chat.read", "chat.send",
        "ui.notification",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(70_000)]
    [InlineData(256 * 1024)]
    public async Task What_a_frame_sends_comes_back_byte_for_byte(int size)
    {
        var (worker, room) = await Launch.RunAsync("Echo");
        await using var _ = worker;
        var data = RandomNumberGenerator.GetBytes(size);
        if (size >= 3)
            data[0] = 0;

        worker.SendUiInput(TestRoom.Flow, "p\u00e4rson-1", data);

        var (to, back) = await room.NextShownAsync();
        Assert.Equal("p\u00e4rson-1", to);
        Assert.Equal(data, back);
    }

    [Fact]
    public async Task Ten_thousand_messages_keep_their_order()
    {
        var (worker, room) = await Launch.RunAsync("Echo");
        await using var _ = worker;

        for (var number = 0; number < 10_000; number++)
            worker.Say($"{number}");

        for (var number = 0; number < 10_000; number++)
            Assert.Equal($"{number}", await room.NextTextAsync());
    }

    [Fact]
    public async Task A_chat_line_becomes_a_call_that_posts_one()
    {
        var (worker, room) = await Launch.RunAsync("Echo", Everything);
        await using var _ = worker;

        worker.SendEvent(TestRoom.Flow, new ChatMessageEvent("p1", "m1", "\u4f60\u597d \ud83d\ude00 \"quoted\"", 1000));

        Assert.Equal(new SendChatCall("echo: \u4f60\u597d \ud83d\ude00 \"quoted\""), await room.NextCallAsync());
    }

    [Fact]
    public async Task People_who_come_go_and_change_their_name_are_told_to_the_plugin()
    {
        var (worker, room) = await Launch.RunAsync("Echo", Everything);
        await using var _ = worker;

        worker.SendEvent(TestRoom.Flow, new ParticipantJoinedEvent(new("p7", null)));
        worker.SendEvent(TestRoom.Flow, new ParticipantRenamedEvent("p7", "Ana"));
        worker.SendEvent(TestRoom.Flow, new ParticipantLeftEvent("p7"));

        Assert.Equal("joined p7 ", await room.NextTextAsync());
        Assert.Equal("renamed p7 Ana", await room.NextTextAsync());
        Assert.Equal("left p7", await room.NextTextAsync());
    }

    [Fact]
    public async Task Answers_that_carry_data_reach_the_plugin()
    {
        var (worker, room) = await Launch.RunAsync("Echo", Everything);
        await using var _ = worker;
        room.Answer = static call => WorkerReply.With(TestRoom.Flow, call is ReadRoomCall
            ? new RoomInfo("blue-fox", 3)
            : new ParticipantList([new("p1", "Ana"), new("p2", null)]));

        worker.Say("do:room");
        worker.Say("do:people");

        Assert.Equal("RoomFacts { Name = blue-fox, People = 3 }", await room.NextTextAsync());
        Assert.Equal("p1=Ana,p2=", await room.NextTextAsync());
    }

    [Fact]
    public async Task What_a_plugin_prints_is_logged_and_disturbs_no_frame()
    {
        var (worker, room) = await Launch.RunAsync("Echo");
        await using var _ = worker;

        worker.Say("do:print");
        worker.Say("still here");

        Assert.Equal("read 0", await room.NextTextAsync());
        Assert.Equal("still here", await room.NextTextAsync());
        Assert.Contains("info: printed", room.Lines);
    }

    [Fact]
    public async Task Hashes_and_random_numbers_work_inside()
    {
        var (worker, room) = await Launch.RunAsync("Echo");
        await using var _ = worker;

        worker.Say("do:sum");

        var hash = Convert.ToHexString(SHA256.HashData("do:sum"u8));
        Assert.StartsWith(hash + " ", await room.NextTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_throws_is_reported_and_the_plugin_lives_on()
    {
        var (worker, room) = await Launch.RunAsync("Echo");
        await using var _ = worker;

        worker.Say("do:nonsense");
        worker.Say("next");

        var fault = await room.NextFaultAsync();
        Assert.Equal(("ui.input", "ArgumentException: an order that Echo does not know"), (fault.During, fault.Message));
        Assert.Equal("next", await room.NextTextAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_without_proof_of_the_gate()
    {
        var (worker, _) = await Launch.RunAsync("Echo");
        await using var _1 = worker;

        Assert.Throws<InvalidOperationException>(() => worker.SendUiInput(default, "p1", "data"u8));
        Assert.Throws<InvalidOperationException>(() => worker.SendEvent(default, new ParticipantLeftEvent("p1")));
        Assert.Throws<InvalidOperationException>(() => WorkerReply.With(default, new RoomInfo("r", 1)));
    }

    [Fact]
    public async Task A_plugin_stops_in_order()
    {
        var (worker, room) = await Launch.RunAsync("Echo");

        await worker.DisposeAsync();

        Assert.Contains("info: stopped in order", room.Lines);
        Assert.IsType<WorkerStopped>(worker.State);
        Assert.Equal(WorkerDelivery.NotRunning, worker.SendUiInput(TestRoom.Flow, "p1", Encoding.UTF8.GetBytes("late")));
    }

    [Fact]
    public void A_flow_is_what_the_broker_made() => Assert.Throws<InvalidOperationException>(() => default(AuthorizedFlow).Capability);
}
