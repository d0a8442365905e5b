using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Rooms.Plugins.Calls;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary><c>plugin.call</c>: the probe under test calls the probe of the other runtime, so each is tried on both ends.</summary>
public sealed class PluginCallTests
{
    private static readonly string[] Methods = ["echo", "slow", "back", "throw"];

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_call_and_its_answer_pass_when_granted_and_no_more_when_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Caller(runtime, $"plugin.input plugin:{OtherOf(runtime)}?"));
        var other = await Callee(room, runtime, $"plugin.input plugin:{room.Plugin.Id}");

        Assert.Equal("hello", await room.Order($"plugin.call {other.Id} echo hello"));
        Assert.Equal($"echo from {room.Plugin.Id}", await room.Heard("plugin.call"));
        Assert.Equal("262144 bytes", await room.Order($"plugin.call.large {other.Id}"));

        await room.Choose(room.Ada, $"plugin.input plugin:{other.Id}", "refuse");
        await PluginRoomFixture.State(room.Ada, "restarting");
        await PluginRoomFixture.State(room.Ada, "running");

        Assert.Equal("denied plugin.call not-consented", await room.Order($"plugin.call {other.Id} echo again"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Both_plugins_have_the_call_and_the_answer_in_the_ledger(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Caller(runtime, $"plugin.input plugin:{OtherOf(runtime)}"));
        var other = await Callee(room, runtime, $"plugin.input plugin:{room.Plugin.Id}");
        Assert.Equal("hello", await room.Order($"plugin.call {other.Id} echo hello"));

        var answered = await PluginRoomFixture.Entry(room.Ada, entry => entry.Capability == "plugin.call" && entry.PluginId == other.Id && entry.Sink == $"plugin:{room.Plugin.Id}");
        Assert.Equal(("plugin.input", "me", "forwarded", 5L), (answered.Category, answered.Subject, answered.Verdict, answered.Bytes));
        var history = (await room.Ada.Call<LedgerBatch>("ReadLedger", new LedgerRequest(null))).Value!.Entries.Where(entry => entry.Capability == "plugin.call").ToList();
        Assert.Equal(
            [(room.Plugin.Id, $"plugin:{other.Id}"), (other.Id, ""), (other.Id, $"plugin:{room.Plugin.Id}"), (room.Plugin.Id, "")],
            history.Select(entry => (entry.PluginId, entry.Sink)));
        Assert.All(history, entry => Assert.Equal(("plugin.input", "me", "forwarded"), (entry.Category, entry.Subject, entry.Verdict)));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));
        var other = await Callee(room, runtime);

        Assert.Equal("denied plugin.call not-declared", await room.Order($"plugin.call {other.Id} echo hello"));
        Assert.False(room.HasHeard("plugin.call"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_the_caller_has_seen_needs_a_way_out_of_it_and_a_way_into_the_other(string runtime)
    {
        await using var room = await CapabilityRoom.Start(
            runtime, Caller(runtime, $"plugin.input plugin:{OtherOf(runtime)}", "content.chat ui", $"content.chat plugin:{OtherOf(runtime)}?", "behaviour.presence ui")
                with { Capabilities = ["plugin.call", "chat.read", "presence.subscribe"] });
        var other = await Callee(room, runtime, $"plugin.input plugin:{room.Plugin.Id}", "content.chat ui", $"content.chat plugin:{room.Plugin.Id}");
        await room.Choose(room.Ada, "content.chat ui", "allow");
        Assert.Equal("a line", await Read(room, "a line"));

        Assert.Equal("denied plugin.call not-consented", await room.Order($"plugin.call {other.Id} echo out"));
        await room.Choose(room.Ada, $"content.chat plugin:{other.Id}", "allow");
        Assert.Equal("denied plugin.call not-consented", await room.Order($"plugin.call {other.Id} echo in"));
        await PluginRoomFixture.Choose(room.Ada, other, "content.chat", "allow");
        Assert.Equal("both", await room.Order($"plugin.call {other.Id} echo both"));

        await room.Listen("presence.subscribe");
        await room.Choose(room.Ada, "behaviour.presence", "allow");
        await room.Heard("presence.subscribe");
        Assert.Equal("denied plugin.call label", await room.Order($"plugin.call {other.Id} echo presence"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task An_answer_is_held_back_when_what_the_other_has_seen_may_not_come(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Caller(runtime, $"plugin.input plugin:{OtherOf(runtime)}"));
        var other = await Callee(room, runtime);

        Assert.Equal("failed plugin.withheld", await room.Order($"plugin.call {other.Id} echo hello"));
        Assert.Equal("failed plugin.withheld", await room.Order($"plugin.call {other.Id} throw"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_call_that_comes_to_nothing_says_why_by_its_code_and_tells_nothing_of_the_other(string runtime)
    {
        var time = new ShiftedTime();
        await using var room = await CapabilityRoom.Start(
            runtime, Caller(runtime, $"plugin.input plugin:{OtherOf(runtime)}") with { Change = Callable }, services => services.AddSingleton<TimeProvider>(time));
        var other = await Callee(room, runtime, $"plugin.input plugin:{room.Plugin.Id}");

        Assert.Equal("failed plugin.absent", await room.Order("plugin.call org.example.nobody echo"));
        Assert.Equal("failed plugin.method", await room.Order($"plugin.call {other.Id} unknown"));
        Assert.Equal("failed plugin.failed", await room.Order($"plugin.call {other.Id} throw"));
        Assert.Equal("plugin.recursion", await room.Order($"plugin.call {other.Id} back hello"));
        Assert.Equal("failed plugin.recursion", await room.Order($"plugin.call {room.Plugin.Id} echo myself"));
        var slow = room.Order($"plugin.call {other.Id} slow");
        while (!(await room.Heard("plugin.call")).StartsWith("slow from ", StringComparison.Ordinal))
        {
        }

        Assert.False(slow.IsCompleted);
        time.Forward(PluginCallDesk.Patience);
        Assert.Equal("failed plugin.timeout", await slow);
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_plugin_that_is_removed_during_a_call_ends_it(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Caller(runtime, $"plugin.input plugin:{OtherOf(runtime)}"));
        var other = await Callee(room, runtime, $"plugin.input plugin:{room.Plugin.Id}");

        var calling = room.Order($"plugin.call {other.Id} slow");
        Assert.Equal($"slow from {room.Plugin.Id}", await room.Heard("plugin.call"));
        Assert.Null((await room.Ada.Call<Done>("RemovePlugin", new PluginRequest(other.Id))).Error);

        Assert.Equal("failed plugin.stopped", await calling);
        Assert.Equal("failed plugin.absent", await room.Order($"plugin.call {other.Id} echo"));
    }

    private static ProbeManifest Caller(string runtime, params string[] flows) => new(["plugin.call"], flows);

    private static async Task<RoomPluginView> Callee(CapabilityRoom room, string runtime, params string[] flows)
    {
        var capabilities = flows.Any(flow => flow.StartsWith("content.chat", StringComparison.Ordinal)) ? new[] { "chat.read", "plugin.call" } : ["plugin.call"];
        var other = await room.AddOther(runtime, new(capabilities, flows) { Change = Callable });
        Assert.Equal("done", await room.Order(other, "listen:plugin.call"));
        return other;
    }

    private static void Callable(JsonObject manifest) => manifest["callable"] = new JsonArray(
        [.. Methods.Select(method => new JsonObject { ["method"] = method, ["reason"] = "Tries it" })]);

    private static string OtherOf(string runtime) => runtime == "dotnet" ? "test.pluginroom.probe-script" : "test.pluginroom.probe";

    private static async Task<string> Read(CapabilityRoom room, string line)
    {
        await room.Listen("chat.read");
        Assert.Null((await room.Ada.Call<Done>("DeliverChat", new ChatDelivery([room.Plugin.Id], "m1", line))).Error);
        var said = await room.Heard("chat.read");
        return said[^line.Length..];
    }
}
