using System.Text;
using PluginRoom.Sdk;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests;

public sealed class FakeNetTests : IDisposable
{
    private readonly string _manifest = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public FakeNetTests() => File.WriteAllText(_manifest, """
        { "capabilities": [ { "name": "chat.read" }, { "name": "net.fetch" } ],
          "sinks": [ { "id": "other", "methods": ["GET"] }, { "id": "api" } ],
          "dataFlows": [ { "data": "content.chat", "to": "sink:api" } ] }
        """);

    public void Dispose() => File.Delete(_manifest);

    [Fact]
    public async Task A_declared_request_is_sent_and_answered_as_the_test_says()
    {
        await using var room = FakeRoom.FromManifest(_manifest);
        room.AnswerSink = (sink, request) => new(201, $"{sink} got {Encoding.UTF8.GetString(request.Body.Span)}");

        var response = await room.View.Net.FetchAsync("api", Post("notes", "hello"), TestContext.Current.CancellationToken);

        Assert.Equal((201, "api got hello"), (response.Status, await response.ReadTextAsync(cancellationToken: TestContext.Current.CancellationToken)));
        var sent = Assert.Single(room.Sent);
        Assert.Equal(("api", "POST", "notes"), (sent.Sink, sent.Request.Method, sent.Request.Path));
    }

    [Fact]
    public async Task What_the_manifest_does_not_name_is_refused()
    {
        await using var room = FakeRoom.FromManifest(_manifest);
        await using var bare = new FakeRoom("chat.read");

        Assert.Contains("sinks/0/methods", (await Denied(room, "other", Post("", ""))).Message, StringComparison.Ordinal);
        Assert.Equal("not-declared", (await Denied(room, "elsewhere", Post("", ""))).Code);
        Assert.Equal("not-declared", (await Denied(bare, "api", Post("", ""))).Code);
        Assert.Equal(["net.fetch", "net.fetch"], room.Denied);
        Assert.Empty(room.Sent);
    }

    [Fact]
    public async Task What_was_read_decides_where_it_may_be_sent()
    {
        await using var room = FakeRoom.FromManifest(_manifest);
        using var heard = room.View.Chat.OnMessage((_, _) => Task.CompletedTask);
        var ana = await room.JoinAsync("Ana");
        await ana.AllowAsync("content.chat");
        await ana.ChatAsync("between us");

        await room.View.Net.FetchAsync("api", Post("", "x"), TestContext.Current.CancellationToken);

        Assert.Equal("label", (await Denied(room, "other", new())).Code);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_the_callers_mistake()
    {
        await using var room = FakeRoom.FromManifest(_manifest);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            room.View.Net.FetchAsync("api", new() { Method = "POST", Body = new byte[INet.MaxBodyBytes + 1] }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_response_with_more_than_the_caller_takes_is_an_error()
    {
        await using var room = FakeRoom.FromManifest(_manifest);
        room.AnswerSink = (_, _) => new(Body: "12345");
        var response = await room.View.Net.FetchAsync("api", Post("", ""), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<RoomCallException>(() => response.ReadTextAsync(4, TestContext.Current.CancellationToken));

        Assert.Equal("net.response", error.Code);
    }

    [Fact]
    public async Task A_delivery_reaches_a_plugin_that_declares_the_webhook()
    {
        await using var room = new FakeRoom("net.webhook.receive");
        await using var bare = new FakeRoom("chat.read");
        var received = new List<string>();
        using var registration = room.View.Webhook.OnReceived((message, _) =>
        {
            received.Add(message.Id);
            return Task.CompletedTask;
        });

        await room.DeliverAsync(new("m1", null, default));
        await bare.DeliverAsync(new("m1", null, default));

        Assert.Equal(["m1"], received);
        Assert.StartsWith("/hooks/", (await room.View.Webhook.ReadPlaceAsync(TestContext.Current.CancellationToken)).Path, StringComparison.Ordinal);
        Assert.Throws<CapabilityDeniedException>(() => bare.View.Webhook.OnReceived((_, _) => Task.CompletedTask));
        await Assert.ThrowsAsync<CapabilityDeniedException>(() => bare.View.Webhook.ReadPlaceAsync(TestContext.Current.CancellationToken));
    }

    private static NetRequest Post(string path, string body) => new() { Method = "POST", Path = path, Body = Encoding.UTF8.GetBytes(body) };

    private static Task<CapabilityDeniedException> Denied(FakeRoom room, string sink, NetRequest request) =>
        Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Net.FetchAsync(sink, request));
}
