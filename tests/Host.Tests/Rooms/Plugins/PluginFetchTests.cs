using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Tests.Egress;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

/// <summary>net.fetch from a sandboxed process through the gate to a real TLS server, and back.</summary>
public sealed class PluginFetchTests : IAsyncLifetime
{
    private const string Fetch = "test.pluginroom.fetch";
    private readonly ThrowAwayAuthority _authority = new();
    private readonly TaskCompletionSource _slowAborted = new();
    private readonly TaskCompletionSource _slowAsked = new();
    private PluginRoomFixture _room = null!;
    private SinkServer _sink = null!;
    private Browser _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _sink = await SinkServer.Start(_authority.Issue(SinkFixture.HostName), AnswerAsync);
        _room = new PluginRoomFixture { Services = services => services.AddSingleton(_authority.LoopbackNetwork()) };
        await _room.InitializeAsync();
        _ada = await _room.Join("Ada");
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _sink.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task What_a_person_allows_goes_to_the_sink_and_stands_in_the_ledger()
    {
        await Add(allow: true);

        Assert.Equal($"200 1000 {Hash(1000)}", await Say("POST echo 1000"));

        var entry = await PluginRoomFixture.Entry(_ada, entry => entry.Sink == "sink:api");
        Assert.Equal(("net.fetch", "plugin.input", "me", "forwarded"), (entry.Capability, entry.Category, entry.Subject, entry.Verdict));
        Assert.Equal("POST/v1/echo".Length + 1000, entry.Bytes);
    }

    [Fact]
    public async Task Bodies_larger_than_a_frame_go_both_ways()
    {
        await Add(allow: true);

        Assert.Equal($"200 3000000 {Hash(3_000_000)}", await Say("POST echo 3000000"));
    }

    [Fact]
    public async Task A_method_a_sink_and_a_path_that_are_not_declared_are_refused_and_written_down()
    {
        await Add(allow: true);

        Assert.StartsWith("denied net.fetch not-declared: sinks/0/methods of plugin.json does not list PUT", await Say("PUT echo 1"), StringComparison.Ordinal);
        var method = await PluginRoomFixture.Entry(_ada, entry => entry.Verdict == "not-declared");
        Assert.Equal(("net.fetch", "sink:api"), (method.Capability, method.Sink));
        Assert.StartsWith("denied net.fetch not-declared: The path has the segment \"..\"", await Say("GET ../admin 0"), StringComparison.Ordinal);
        Assert.StartsWith("denied net.fetch not-declared: plugin.json names no such sink", await Say("GET evil:echo 0"), StringComparison.Ordinal);
        Assert.Equal("", (await PluginRoomFixture.Entry(_ada, entry => entry.Verdict == "not-declared" && entry.Sink.Length == 0)).Sink);
        Assert.Equal(0, _sink.Requests);
    }

    [Fact]
    public async Task A_plugin_that_does_not_declare_the_capability_sends_nothing()
    {
        await Add(allow: true, manifest =>
        {
            manifest["capabilities"]!.AsArray().RemoveAt(2);
            manifest.Remove("sinks");
            manifest["dataFlows"]!.AsArray().RemoveAt(1);
        });

        Assert.StartsWith("denied net.fetch not-declared: The manifest does not declare net.fetch", await Say("GET echo 0"), StringComparison.Ordinal);
        Assert.Equal("net.fetch", (await PluginRoomFixture.Entry(_ada, entry => entry.Verdict == "not-declared")).Capability);
    }

    [Fact]
    public async Task A_process_that_has_read_chat_sends_nothing_where_no_flow_of_chat_is_declared()
    {
        var plugin = await Add(allow: true);
        await PluginRoomFixture.Choose(_ada, plugin, "content.chat", "allow");
        Assert.Null((await _ada.Call<Done>("DeliverChat", new ChatDelivery([plugin.Id], "m1", "between us"))).Error);

        Assert.StartsWith("denied net.fetch label:", await Say("POST echo 10"), StringComparison.Ordinal);

        var blocked = await PluginRoomFixture.Entry(_ada, entry => entry.Verdict == "label");
        Assert.Equal("sink:api", blocked.Sink);
        Assert.Contains("content.chat", blocked.Category, StringComparison.Ordinal);
        Assert.Equal(0, _sink.Requests);
    }

    [Fact]
    public async Task Taking_a_permission_back_ends_what_is_under_way()
    {
        var plugin = await Add(allow: true);
        await PluginRoomFixture.Type(_ada, plugin.Id, "GET slow 0");
        await _slowAsked.Task.WaitAsync(Browser.Deadline, TestContext.Current.CancellationToken);

        await PluginRoomFixture.Choose(_ada, plugin, "plugin.input", "refuse");

        await _slowAborted.Task.WaitAsync(Browser.Deadline, TestContext.Current.CancellationToken);
        await PluginRoomFixture.State(_ada, "running");
    }

    [Fact]
    public async Task A_sink_that_takes_its_time_holds_nothing_else_up()
    {
        var plugin = await Add(allow: true);
        await PluginRoomFixture.Type(_ada, plugin.Id, "GET slow 0");
        await _slowAsked.Task.WaitAsync(Browser.Deadline, TestContext.Current.CancellationToken);

        Assert.Equal("hello", await Say("say hello"));
        Assert.StartsWith("200 5 ", await Say("POST echo 5"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_asks_the_same_sink_keeps_the_answer_and_is_held_to_the_same_rules()
    {
        _room.Write("Fetch", ("main.js", """
            room.on("chat.message", () => {});
            ui.on("input", async ({ from, text }) => {
              try {
                const response = await net.fetch("api", { method: "POST", path: "echo", body: text });
                await storage.set("last", { said: await response.text() });
                await ui.send(from, `${response.status} ${(await storage.get("last")).said}`);
              } catch (e) {
                await ui.send(from, `${e.name} ${e.capability} ${e.code}`);
              }
            });
            """));
        var plugin = await Add(allow: true, manifest =>
        {
            manifest["server"] = new JsonObject { ["runtime"] = "javascript", ["entry"] = "main.js" };
            manifest["capabilities"]!.AsArray().Add(new JsonObject { ["name"] = "storage.room", ["reason"] = "Keeps the last answer" });
            manifest["dataFlows"]!.AsArray().Add(new JsonObject
            {
                ["data"] = "plugin.input", ["to"] = "storage.room", ["purpose"] = "functionality", ["retention"] = "room",
            });
        });

        Assert.Equal("200 h\u00e9llo", await Say("h\u00e9llo"));
        var kept = await PluginRoomFixture.Entry(_ada, entry => entry.Sink == "storage.room");
        Assert.Equal(("storage.room", "plugin.input", "forwarded"), (kept.Capability, kept.Category, kept.Verdict));

        await PluginRoomFixture.Choose(_ada, plugin, "content.chat", "allow");
        Assert.Null((await _ada.Call<Done>("DeliverChat", new ChatDelivery([plugin.Id], "m1", "between us"))).Error);
        Assert.Equal("CapabilityDeniedError net.fetch label", await Say("again"));
    }

    private async Task<RoomPluginView> Add(bool allow, Action<JsonObject>? change = null)
    {
        _room.DropIn("Fetch", manifest =>
        {
            manifest["sinks"]![0]!["url"] = $"https://{SinkFixture.HostName}:{_sink.Port}/v1/";
            change?.Invoke(manifest);
        });
        var plugin = await PluginRoomFixture.Add(_ada, Fetch);
        await PluginRoomFixture.Choose(_ada, plugin, "plugin.input", allow ? "allow" : "refuse");
        return plugin;
    }

    private async Task<string> Say(string words)
    {
        Assert.Null((await PluginRoomFixture.Type(_ada, Fetch, words)).Error);
        return await PluginRoomFixture.Shown(_ada);
    }

    private static string Hash(int length) =>
        Convert.ToHexString(SHA256.HashData([.. Enumerable.Range(0, length).Select(at => (byte)(at * 31 >> 3))]));

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/v1/slow")
        {
            await context.Request.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
            return;
        }

        context.RequestAborted.Register(() => _slowAborted.TrySetResult());
        _slowAsked.TrySetResult();
        await _slowAborted.Task;
    }
}
