using PluginRoom.Sdk;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests;

public sealed class FakeRoomTests
{
    [Fact]
    public async Task Nobody_is_known_who_has_not_allowed_it()
    {
        await using var room = new FakeRoom("participants.list", "participants.profile.read", "room.info.read");
        var ana = await room.JoinAsync("Ana");
        await room.JoinAsync("Ben");

        Assert.Empty(await room.View.Participants.ListAsync(TestContext.Current.CancellationToken));
        await ana.AllowAsync("identity.pseudonym");
        Assert.Equal([new(ana.Id, null)], await room.View.Participants.ListAsync(TestContext.Current.CancellationToken));
        await ana.AllowAsync("identity.profile");
        Assert.Equal([new(ana.Id, "Ana")], await room.View.Participants.ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(new("fake-room", 2), await room.View.Info.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Chat_flows_while_it_is_allowed_and_not_after()
    {
        await using var room = new FakeRoom("chat.read");
        var heard = new List<string>();
        using var registration = room.View.Chat.OnMessage((message, _) => Add(heard, message.Text));
        var ana = await room.JoinAsync("Ana");

        await ana.ChatAsync("before");
        await ana.AllowAsync("content.chat");
        await ana.ChatAsync("during");
        await ana.RefuseAsync("content.chat");
        await ana.ChatAsync("after");

        Assert.Equal(["during"], heard);
    }

    [Fact]
    public async Task A_disposed_registration_hears_nothing_and_the_same_handler_twice_hears_twice()
    {
        await using var room = new FakeRoom("chat.read");
        var heard = new List<string>();
        Task Handler(ChatMessage message, CancellationToken cancellation) => Add(heard, message.Text);
        var first = room.View.Chat.OnMessage(Handler);
        using var second = room.View.Chat.OnMessage(Handler);
        var ana = await room.JoinAsync("Ana");
        await ana.AllowAsync("content.chat");

        await ana.ChatAsync("one");
        first.Dispose();
        first.Dispose();
        await ana.ChatAsync("two");

        Assert.Equal(["one", "one", "two"], heard);
    }

    [Fact]
    public async Task What_was_heard_may_go_only_where_the_manifest_lets_it()
    {
        await using var room = FakeRoom.FromManifest(WriteManifest("""{ "data": "content.chat", "to": "ui" }"""));
        using var registration = room.View.Chat.OnMessage(static (_, _) => Task.CompletedTask);
        var ana = await room.JoinAsync("Ana");
        await room.View.Chat.SendAsync("nothing heard yet", TestContext.Current.CancellationToken);
        await ana.AllowAsync("content.chat");
        await ana.ChatAsync("secret");

        await room.View.Ui.BroadcastAsync("shown"u8.ToArray(), TestContext.Current.CancellationToken);
        var denied = await Assert.ThrowsAsync<CapabilityDeniedException>(
            () => room.View.Chat.SendAsync("leaked", TestContext.Current.CancellationToken));

        Assert.Equal(("chat.send", "label"), (denied.Capability, denied.Code));
        Assert.Equal(["nothing heard yet"], room.ChatLines);
        Assert.Equal(["shown"], room.UiOutputs.Select(static output => output.Text));
    }

    [Fact]
    public async Task Ui_input_arrives_untouched_and_what_is_sent_is_a_copy()
    {
        await using var room = new FakeRoom("ui.stage");
        UiInput? heard = null;
        using var registration = room.View.Ui.OnInput((input, _) =>
        {
            heard = input;
            return Task.CompletedTask;
        });
        var ana = await room.JoinAsync("Ana");
        await ana.AllowAsync("plugin.input");
        byte[] bytes = [0, 255, 10];

        await ana.SendUiAsync(bytes);
        await room.View.Ui.SendAsync(ana.Id, bytes, TestContext.Current.CancellationToken);
        bytes[0] = 9;

        Assert.Equal(ana.Id, heard!.Value.From);
        Assert.Equal(ana.Id, room.UiOutputs.Single().To);
        Assert.Equal([0, 255, 10], room.UiOutputs.Single().Data.ToArray());
    }

    [Fact]
    public async Task Limits_are_those_of_a_real_room()
    {
        await using var room = new FakeRoom("chat.send", "ui.notification", "ui.panel");
        var cancellation = TestContext.Current.CancellationToken;

        await room.View.Chat.SendAsync(new('a', 4000), cancellation);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => room.View.Chat.SendAsync(new('a', 4001), cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => room.View.Chat.SendAsync("", cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => room.View.Notifications.ShowAsync(new('a', 201), cancellation));
        await room.View.Ui.BroadcastAsync(new byte[256 * 1024], cancellation);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => room.View.Ui.BroadcastAsync(new byte[(256 * 1024) + 1], cancellation));
    }

    [Fact]
    public async Task Presence_comes_with_permission_and_goes_with_it_or_with_the_person()
    {
        await using var room = new FakeRoom("presence.subscribe");
        var seen = new List<string>();
        using var joined = room.View.Presence.OnJoined((person, _) => Add(seen, $"+{person.Id}"));
        using var left = room.View.Presence.OnLeft((id, _) => Add(seen, $"-{id}"));
        var ana = await room.JoinAsync("Ana");
        var ben = await room.JoinAsync("Ben");

        await ana.AllowAsync("behaviour.presence");
        await ben.AllowAsync("behaviour.presence");
        await ana.RefuseAsync("behaviour.presence");
        await ana.LeaveAsync();
        await ben.LeaveAsync();

        Assert.Equal([$"+{ana.Id}", $"+{ben.Id}", $"-{ana.Id}", $"-{ben.Id}"], seen);
    }

    [Fact]
    public async Task What_a_handler_throws_reaches_the_test()
    {
        await using var room = new FakeRoom("recording.write");
        using var registration = room.View.Recordings.OnStarted(static (_, _) => throw new InvalidOperationException("oops"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => room.StartRecordingAsync("r1"));
    }

    private static Task Add(List<string> list, string entry)
    {
        list.Add(entry);
        return Task.CompletedTask;
    }

    private static string WriteManifest(string flow)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("pluginroom-sdk-").FullName, "plugin.json");
        File.WriteAllText(path, $$"""
            { "capabilities": [ { "name": "chat.read" }, { "name": "chat.send" }, { "name": "ui.panel" } ], "dataFlows": [ {{flow}} ] }
            """);
        return path;
    }
}
