using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class FilesPickTests
{
    private const string Category = "content.file";
    private static readonly ProbeManifest Declared = new(["files.pick"], $"{Category} ui");

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task The_files_that_a_person_chose_arrive_whole_when_granted(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "allow");
        var (picture, note) = (HandingPage.Bytes(500_000), HandingPage.Bytes(1));

        var asked = room.Order($"files.pick {await Self(room)} 1000000 2 image text");
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);
        Assert.Equal(("pickFile", "", 1_000_000, 2, "image text"), (question.Kind, question.Text, question.MaxBytes, question.MaxFiles, string.Join(' ', question.Accept)));
        var page = new HandingPage(room.Ada, ("../../etc/holiday\u202Egpj.png", "image/png", picture), ("C:\\notes\\..", "no type", note));
        Assert.Null((await page.Choose(question.Id)).Error);
        Assert.True(await page.GiveAll());

        Assert.Equal(
            HandingPage.Said("holidaygpj.png", "image/png", picture) + "|" + HandingPage.Said("file", "application/octet-stream", note), await asked);
        var entry = await room.Entry(entry => entry is { Capability: "files.pick", Category: Category, Verdict: "forwarded" });
        Assert.Equal(("me", ""), (entry.Subject, entry.Sink));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nobody_is_asked_who_refused(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "refuse");

        Assert.Equal("denied files.pick not-consented", await room.Order($"files.pick {await Self(room)} 1000 1"));

        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
        await room.Entry(entry => entry is { Capability: "files.pick", Verdict: "not-consented", Subject: "me" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task No_further_part_arrives_when_it_is_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "allow");
        var ada = await Self(room);
        _ = room.Order($"files.pick {ada} 1000000 1");
        var page = new HandingPage(room.Ada, ("a.bin", "", HandingPage.Bytes(600_000)));
        Assert.Null((await page.Choose((await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion)).Id)).Error);
        Assert.Null((await page.Give(await page.Next())).Error);
        var late = await page.Next();

        await room.Revoke(room.Ada, Category);

        Assert.False((await room.Ada.Hear<FilesDone>(RoomEvents.FilesDone)).Complete);
        Assert.Equal("files.part", (await page.Give(late)).Error?.Code);
        Assert.Equal("denied files.pick not-consented", await room.Order($"files.pick {ada} 1000 1"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied files.pick not-declared", await room.Order($"files.pick {await Self(room)} 1000 1"));
        Assert.Equal("capability.denied", (await Show(room, room.Ada)).Error?.Code);

        await room.Entry(entry => entry is { Capability: "files.pick", Verdict: "not-declared" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_person_who_takes_it_back_half_way_has_handed_nothing_over(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "allow");
        var asked = room.Order($"files.pick {await Self(room)} 1000000 1");
        var page = new HandingPage(room.Ada, ("a.bin", "", HandingPage.Bytes(600_000)));
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);
        await page.Choose(question.Id);
        await page.Give(await page.Next());
        await page.Next();

        Assert.Null((await room.Ada.Call<Done>("StopFiles", new FilesStopped(question.Id))).Error);

        Assert.Equal("failed files.aborted", await asked);
        Assert.False((await room.Ada.Hear<FilesDone>(RoomEvents.FilesDone)).Complete);
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Whoever_leaves_meanwhile_has_handed_nothing_over(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Category, "allow");
        var asked = room.Order($"files.pick {ben.Seat.PluginPeople[0].Self} 1000000 1");
        var page = new HandingPage(ben, ("a.bin", "", HandingPage.Bytes(600_000)));
        await page.Choose((await ben.Hear<PluginQuestion>(RoomEvents.PluginQuestion)).Id);
        await page.Next();

        await ben.Call<Done>("Leave", new { });

        Assert.Equal("failed files.aborted", await asked);
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_is_out_of_range_asks_nobody(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "allow");
        var ada = await Self(room);

        foreach (var request in new[] { "0 1", "8388609 1", "1000 0", "1000 6", "-1 1" })
            Assert.StartsWith("threw ", await room.Order($"files.pick {ada} {request}"), StringComparison.Ordinal);
        Assert.Equal("failed participant.unknown", await room.Order("files.pick AAAAAAAAAAAAAAAA 1000 1"));

        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
    }

    [Fact]
    public async Task Wrong_files_leave_the_question_open_and_the_right_ones_answer_it()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        await room.Choose(room.Ada, Category, "allow");
        var asked = room.Order($"files.pick {await Self(room)} 1000 2");
        var id = (await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion)).Id;
        var (good, large) = (("a", "", HandingPage.Bytes(1_000)), ("b", "", HandingPage.Bytes(1_001)));

        Assert.Equal("files.count", (await new HandingPage(room.Ada).Choose(id)).Error?.Code);
        Assert.Equal("files.count", (await new HandingPage(room.Ada, good, good, good).Choose(id)).Error?.Code);
        Assert.Equal("files.size", (await new HandingPage(room.Ada, good, large).Choose(id)).Error?.Code);
        Assert.Equal("files.size", (await new HandingPage(room.Ada, good, ("empty", "", [])).Choose(id)).Error?.Code);
        Assert.Equal("message.malformed", (await new HandingPage(room.Ada, (new string('x', 1_001), "", [1])).Choose(id)).Error?.Code);
        var nothing = await room.Ada.CallText("HandFiles", $$"""{"id":"{{id}}","files":[null]}""");
        Assert.Equal("message.malformed", nothing.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("question.files", (await room.Ada.Call<Done>("AnswerQuestion", new QuestionAnswer(id, true))).Error?.Code);
        Assert.False(asked.IsCompleted);

        var page = new HandingPage(room.Ada, good);
        Assert.Null((await page.Choose(id)).Error);
        Assert.True(await page.GiveAll());
        Assert.Equal(HandingPage.Said("a", "application/octet-stream", good.Item3), await asked);
    }

    [Fact]
    public async Task Only_the_part_that_is_wanted_is_taken_and_only_from_its_owner()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var ben = await room.Join("Ben");
        await room.Choose(room.Ada, Category, "allow");
        await room.Choose(ben, Category, "allow");
        var asked = room.Order($"files.pick {await Self(room)} 1000 1");
        var id = (await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion)).Id;
        var content = HandingPage.Bytes(1_000);
        var page = new HandingPage(room.Ada, ("a", "", content));
        Assert.Equal("question.over", (await new HandingPage(ben, ("b", "", content)).Choose(id)).Error?.Code);
        await page.Choose(id);
        var part = await page.Next();

        Assert.Equal("files.part", (await ben.Call<Done>("HandFilePart", part)).Error?.Code);
        Assert.Equal("files.part", (await page.Give(part with { Offset = 1 })).Error?.Code);
        Assert.Equal("files.part", (await page.Give(part with { File = 1 })).Error?.Code);
        Assert.Equal("files.part", (await page.Give(part with { Id = "another" })).Error?.Code);
        Assert.Equal("message.malformed", (await page.Give(part with { Data = Convert.ToBase64String(content[..^1]) })).Error?.Code);
        Assert.Equal("message.malformed", (await page.Give(part with { Data = Convert.ToBase64String([.. content, .. content]) })).Error?.Code);
        Assert.Equal("message.malformed", (await page.Give(part with { Data = "no base64!" })).Error?.Code);
        Assert.Null((await ben.Call<Done>("StopFiles", new FilesStopped(id))).Error);
        Assert.Null((await page.Give(part)).Error);

        Assert.Equal(HandingPage.Said("a", "application/octet-stream", content), await asked);
        Assert.Equal("files.part", (await page.Give(part)).Error?.Code);
    }

    [Fact]
    public async Task A_dropped_socket_costs_no_file_and_a_reloaded_page_has_them_no_more()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Category, "allow");
        var order = $"files.pick {ben.Seat.PluginPeople[0].Self} 1000000 1";
        var files = ("a", "", HandingPage.Bytes(300_000));
        var asked = room.Order(order);
        var page = new HandingPage(ben, files);
        await page.Choose((await ben.Hear<PluginQuestion>(RoomEvents.PluginQuestion)).Id);
        await page.Give(await page.Next());

        await using var back = await Browser.Connect(room.Address);
        back.PublicKey = ben.PublicKey;
        await back.Join("plugin-room", "Ben", ben.Seat.ResumeToken);
        var same = new HandingPage(back, files);
        Assert.Null((await same.Give(await same.Next())).Error);
        Assert.Equal(HandingPage.Said("a", "application/octet-stream", files.Item3), await asked);

        asked = room.Order(order);
        await same.Choose((await back.Hear<PluginQuestion>(RoomEvents.PluginQuestion)).Id);
        await same.Next();
        await using var reloaded = await Browser.Connect(room.Address);
        await reloaded.Join("plugin-room", "Ben", back.Seat.ResumeToken);
        Assert.Equal("failed files.aborted", await asked);
    }

    [Fact]
    public async Task A_frame_gets_files_of_whoever_allows_its_window_to_have_them()
    {
        await using var room = await CapabilityRoom.Start("dotnet", new(["files.pick"], $"{Category} ui?", $"{Category} storage.room?") { Change = WithStorage });
        await room.Choose(room.Ada, $"{Category} storage.room", "allow");
        Assert.Equal("consent.missing", (await Show(room, room.Ada)).Error?.Code);

        await room.Choose(room.Ada, $"{Category} ui", "allow");
        Assert.Null((await Show(room, room.Ada)).Error);

        var entry = await room.Entry(entry => entry is { Capability: "files.pick", Sink: "ui", Verdict: "forwarded" });
        Assert.Equal((Category, "me", 5_000), (entry.Category, entry.Subject, entry.Bytes));
        await room.Choose(room.Ada, $"{Category} ui", "refuse");
        // The frames that have seen it were taken away.
        Assert.Equal("plugin.stale", (await Show(room, room.Ada)).Error?.Code);
    }

    private static void WithStorage(System.Text.Json.Nodes.JsonObject manifest) =>
        manifest["capabilities"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["name"] = "storage.room", ["reason"] = "Keeps it" });

    private static Task<HubReply<Done>> Show(CapabilityRoom room, Browser person) =>
        person.Call<Done>("ShowFiles", new FilesShown(room.Plugin.Id, room.Plugin.Generation, [new("a.png", "image/png", 2_000), new("b.png", "image/png", 3_000)]));

    private static async Task<string> Self(CapabilityRoom room) => (await room.Ada.Hear<PluginPeople>(RoomEvents.PluginPeople)).Self;
}
