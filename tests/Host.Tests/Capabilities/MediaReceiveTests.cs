using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary><c>media.audio.receive</c>, <c>media.video.receive</c>, <c>media.screen.receive</c>: this host has no media peer, and says so after the gate.</summary>
public sealed class MediaReceiveTests
{
    public static TheoryData<string, string> RuntimesAndKinds => new(
        from runtime in (string[])["dotnet", "javascript"] from kind in (string[])["audio", "video", "screen"] select (runtime, kind));

    [Theory, MemberData(nameof(RuntimesAndKinds))]
    public async Task What_was_granted_cannot_be_done_without_a_media_peer(string runtime, string kind)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declaring(kind));
        var ada = await Pseudonym(room.Ada);
        await room.Choose(room.Ada, $"content.{kind}", "allow");

        Assert.Equal("failed media.no-peer", await room.Order($"media.receive {ada} {kind}"));

        var entry = await room.Entry(entry => entry.Capability == $"media.{kind}.receive");
        Assert.Equal(("unavailable", $"content.{kind}", "me"), (entry.Verdict, entry.Category, entry.Subject));
    }

    [Theory, MemberData(nameof(RuntimesAndKinds))]
    public async Task It_is_refused_undeclared_and_by_who_has_not_said_yes(string runtime, string kind)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declaring(kind));
        var ada = await Pseudonym(room.Ada);
        var other = kind == "audio" ? "video" : "audio";

        Assert.Equal($"denied media.{kind}.receive not-consented", await room.Order($"media.receive {ada} {kind}"));
        await room.Entry(entry => entry.Capability == $"media.{kind}.receive" && entry is { Verdict: "not-consented", Subject: "me" });

        Assert.Equal($"denied media.{other}.receive not-declared", await room.Order($"media.receive {ada} {other}"));
        await room.Entry(entry => entry.Capability == $"media.{other}.receive" && entry.Verdict == "not-declared");
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_yes_counts_once_and_one_that_is_revoked_not_at_all(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declaring("audio"));
        var ada = await Pseudonym(room.Ada);
        await room.Choose(room.Ada, "content.audio", "allow");
        Assert.Equal("failed media.no-peer", await room.Order($"media.receive {ada} audio"));
        Assert.Equal("denied media.audio.receive not-consented", await room.Order($"media.receive {ada} audio"));

        await room.Choose(room.Ada, "content.audio", "allow");
        await room.Choose(room.Ada, "content.audio", "refuse");

        Assert.Equal("denied media.audio.receive not-consented", await room.Order($"media.receive {ada} audio"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_yes_that_led_to_nothing_taints_nothing(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["media.audio.receive", "chat.send"], "content.audio ui", "plugin.input room"));
        await room.Choose(room.Ada, "plugin.input", "allow");
        await room.Choose(room.Ada, "content.audio", "allow");

        Assert.Equal("failed media.no-peer", await room.Order($"media.receive {await Pseudonym(room.Ada)} audio"));

        Assert.Equal("done", await room.Order("chat.send nothing of it is known here"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Somebody_who_is_not_there_is_not_found_and_a_wrong_kind_is_said(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declaring("audio"));

        Assert.Equal("failed participant.unknown", await room.Order("media.receive nobody audio"));
        Assert.Equal("failed participant.unknown", await room.Order($"media.receive {new string('x', 4_000)} audio"));
        Assert.StartsWith("threw ", await room.Order("media.receive nobody smell"), StringComparison.Ordinal);
    }

    private static ProbeManifest Declaring(string kind) => new([$"media.{kind}.receive"], $"content.{kind} ui");

    private static async Task<string> Pseudonym(Browser person) => (await person.Hear<PluginPeople>(RoomEvents.PluginPeople)).Self;
}
