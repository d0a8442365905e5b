using PluginRoom.Sdk;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests.Capabilities;

public sealed class FakeHandedTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_test_answers_for_the_person_to_whom_a_line_is_proposed()
    {
        await using var room = new FakeRoom("chat.sendAsUser") { AnswerProposal = line => line.Text == "Yes" };
        var ana = await room.JoinAsync("Ana");

        await room.View.Chat.SendAsAsync(ana.Id, "Yes", Now);
        var declined = await Assert.ThrowsAsync<RoomCallException>(() => room.View.Chat.SendAsAsync(ana.Id, "No", Now));
        room.AnswerProposal = null;
        var unanswered = await Assert.ThrowsAsync<RoomCallException>(() => room.View.Chat.SendAsAsync(ana.Id, "Yes", Now));
        var unknown = await Assert.ThrowsAsync<RoomCallException>(() => room.View.Chat.SendAsAsync(new("p9"), "Yes", Now));

        Assert.Equal(["question.declined", "question.unanswered", "participant.unknown"], [declined.Code, unanswered.Code, unknown.Code]);
        Assert.Equal([new ProposedLine(ana.Id, "Yes")], room.LinesSentAs);
        Assert.Equal(["Yes", "No", "Yes"], room.ProposedLines.Select(line => line.Text));
    }

    [Fact]
    public async Task A_line_is_held_back_when_the_plugin_learns_meanwhile_what_may_not_go_into_the_room()
    {
        await using var room = RoomFor("""[ { "data": "content.chat", "to": "ui" } ]""");
        using var registration = room.View.Chat.OnMessage((_, _) => Task.CompletedTask);
        var ana = await room.JoinAsync("Ana");
        await ana.AllowAsync("content.chat");
        room.AnswerProposal = _ => ana.ChatAsync("a secret").IsCompletedSuccessfully;

        var denied = await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Chat.SendAsAsync(ana.Id, "hello", Now));

        Assert.Equal(("chat.sendAsUser", "label"), (denied.Capability, denied.Code));
        Assert.Empty(room.LinesSentAs);
        Assert.Single(room.ProposedLines);
    }

    [Fact]
    public async Task Files_come_from_whoever_allows_it_and_as_they_were_asked_for()
    {
        await using var room = new FakeRoom("files.pick");
        var ana = await room.JoinAsync("Ana");
        var file = new PickedFile("a.csv", "text/csv", new byte[100]);
        room.HandFiles = (_, request) => request.Kinds.Contains(FileKind.Table) ? [file] : null;

        var refused = await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Files.PickAsync(ana.Id, new(), Now));
        await ana.AllowAsync("content.file");
        var picked = await room.View.Files.PickAsync(ana.Id, new() { Kinds = [FileKind.Table], MaxBytes = 100 }, Now);
        var declined = await Assert.ThrowsAsync<RoomCallException>(() => room.View.Files.PickAsync(ana.Id, new(), Now));
        await Assert.ThrowsAsync<InvalidOperationException>(() => room.View.Files.PickAsync(ana.Id, new() { Kinds = [FileKind.Table], MaxBytes = 99 }, Now));
        room.HandFiles = null;
        var unanswered = await Assert.ThrowsAsync<RoomCallException>(() => room.View.Files.PickAsync(ana.Id, new(), Now));

        Assert.Equal("not-consented", refused.Code);
        Assert.Equal([file], picked);
        Assert.Equal(["question.declined", "question.unanswered"], [declined.Code, unanswered.Code]);
        Assert.Equal(["files.pick"], room.Denied);
    }

    [Fact]
    public async Task A_request_for_files_has_its_limits()
    {
        await using var room = new FakeRoom("files.pick");
        var ana = await room.JoinAsync("Ana");
        FileRequest[] wrong =
        [
            new() { MaxBytes = 0 }, new() { MaxBytes = IFiles.MaxFileBytes + 1 }, new() { MaxFiles = 0 }, new() { MaxFiles = IFiles.MaxFiles + 1 },
            new() { Kinds = [(FileKind)99] }, new() { Kinds = [FileKind.Image, FileKind.Image] },
        ];

        foreach (var request in wrong)
            await Assert.ThrowsAsync<ArgumentException>(() => room.View.Files.PickAsync(ana.Id, request, Now));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => room.View.Files.PickAsync(default, new(), Now));
    }

    [Fact]
    public async Task Cards_reach_the_plugin_while_they_are_allowed()
    {
        await using var room = new FakeRoom("usercard.read");
        var heard = new List<CardChange>();
        using var registration = room.View.Cards.OnChanged((change, _) =>
        {
            heard.Add(change);
            return Task.CompletedTask;
        });
        var ana = await room.JoinAsync("Ana");
        var card = new UserCard { Role = "Chair" };

        await ana.ShowCardAsync(card);
        Assert.Empty(heard);
        await ana.AllowAsync("identity.card");
        await ana.ShowCardAsync(card with { Pronouns = "she/her" });
        await ana.RefuseAsync("identity.card");
        await ana.ShowCardAsync(card);

        Assert.Equal([new(ana.Id, card), new(ana.Id, card with { Pronouns = "she/her" }), new CardChange(ana.Id, null)], heard);
    }

    [Fact]
    public async Task Without_the_capability_nothing_is_asked_and_nothing_heard()
    {
        await using var room = new FakeRoom() { AnswerProposal = _ => true, HandFiles = (_, _) => [] };
        var ana = await room.JoinAsync("Ana");
        await ana.AllowAsync("content.file");

        await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Chat.SendAsAsync(ana.Id, "hello", Now));
        await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Files.PickAsync(ana.Id, new(), Now));
        Assert.Throws<CapabilityDeniedException>(() => room.View.Cards.OnChanged((_, _) => Task.CompletedTask));

        Assert.Equal(["chat.sendAsUser", "files.pick", "usercard.read"], room.Denied);
        Assert.Empty(room.ProposedLines);
    }

    private static FakeRoom RoomFor(string flows)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, $$"""{ "capabilities": [ { "name": "chat.sendAsUser" }, { "name": "chat.read" } ], "dataFlows": {{flows}} }""");
        try
        {
            return FakeRoom.FromManifest(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
