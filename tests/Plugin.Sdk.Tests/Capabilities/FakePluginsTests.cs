using System.Text;
using PluginRoom.Sdk;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests.Capabilities;

public sealed class FakePluginsTests
{
    private const string Other = "org.example.other";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_test_answers_for_other_plugins()
    {
        await using var room = new FakeRoom("plugin.call");
        room.AnswerPlugin = (id, call) => Encoding.UTF8.GetBytes($"{id} {call.Method} {call.Text}");

        var answer = await room.View.Plugins.CallAsync(Other, "echo", "hello"u8.ToArray(), Now);

        Assert.Equal("org.example.other echo hello", Encoding.UTF8.GetString(answer.Span));
    }

    [Fact]
    public async Task Calling_needs_the_capability_and_another_plugin()
    {
        await using var without = new FakeRoom { AnswerPlugin = static (_, _) => default };
        await using var alone = new FakeRoom("plugin.call");

        var denied = await Assert.ThrowsAsync<CapabilityDeniedException>(() => without.View.Plugins.CallAsync(Other, "echo", default, Now));
        var absent = await Assert.ThrowsAsync<RoomCallException>(() => alone.View.Plugins.CallAsync(Other, "echo", default, Now));

        Assert.Equal(("plugin.call", "not-declared"), (denied.Capability, denied.Code));
        Assert.Equal("plugin.absent", absent.Code);
    }

    [Fact]
    public async Task What_was_received_goes_where_a_flow_lets_it_and_comes_along_with_a_call()
    {
        await using var room = Declared("""{ "name": "chat.read" }, { "name": "plugin.call" }""", """{ "data": "content.chat", "to": "plugin:org.example.friend" }""");
        room.AnswerPlugin = static (_, _) => default;
        using var answering = room.View.Plugins.OnCall((call, _) => Task.FromResult(call.Data));
        var ana = await room.JoinAsync("Ana");

        Assert.Equal("hi"u8.ToArray(), await room.CallAsync("org.example.friend", "votes.count", "hi"u8.ToArray(), (ana, "content.chat")));

        await room.View.Plugins.CallAsync("org.example.friend", "any", default, Now);
        var outward = await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Plugins.CallAsync(Other, "any", default, Now));
        var back = await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.CallAsync(Other, "votes.count"));
        Assert.Equal(("label", "label"), (outward.Code, back.Code));
    }

    [Fact]
    public async Task Only_what_the_manifest_lists_can_be_called_and_somebody_has_to_answer()
    {
        await using var room = Declared("", "");

        var unlisted = await Assert.ThrowsAsync<RoomCallException>(() => room.CallAsync(Other, "votes.delete"));
        var unanswered = await Assert.ThrowsAsync<RoomCallException>(() => room.CallAsync(Other, "votes.count"));

        Assert.Equal(("plugin.method", "plugin.failed"), (unlisted.Code, unanswered.Code));
    }

    [Fact]
    public async Task One_handler_answers_at_a_time()
    {
        await using var room = new FakeRoom();
        var first = room.View.Plugins.OnCall(static (_, _) => Task.FromResult<ReadOnlyMemory<byte>>("first"u8.ToArray()));
        Assert.Throws<InvalidOperationException>(() => room.View.Plugins.OnCall(static (_, _) => Task.FromResult<ReadOnlyMemory<byte>>(default)));

        first.Dispose();
        using var second = room.View.Plugins.OnCall(static (_, _) => Task.FromResult<ReadOnlyMemory<byte>>("second"u8.ToArray()));

        Assert.Equal("second"u8.ToArray(), await room.CallAsync(Other, "any"));
    }

    private static FakeRoom Declared(string capabilities, string flows)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, $$"""{ "id": "org.example.votes", "capabilities": [{{capabilities}}], "dataFlows": [{{flows}}], "callable": [ { "method": "votes.count", "reason": "Counts" } ] }""");
        try
        {
            return FakeRoom.FromManifest(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
