using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>
/// A real host and a sandboxed probe that declares what a test wants, in either runtime. Ada is there from the start and allows the
/// probe to read what she types, which is how it gets its orders; everything else is for the test to allow.
/// </summary>
internal sealed class CapabilityRoom : IAsyncDisposable
{
    private readonly PluginRoomFixture _room;
    private readonly ProbeLog _log;
    private int _orders;

    private CapabilityRoom(PluginRoomFixture room, ProbeLog log) => (_room, _log) = (room, log);

    /// <summary>For Theories: every capability works in both.</summary>
    public static TheoryData<string> Runtimes => ["dotnet", "javascript"];

    public Browser Ada { get; private set; } = null!;

    public RoomPluginView Plugin { get; private set; } = null!;

    public Uri Address => _room.Address;

    public static async Task<CapabilityRoom> Start(string runtime, ProbeManifest manifest, Action<IServiceCollection>? services = null)
    {
        var log = new ProbeLog();
        var fixture = new PluginRoomFixture { Services = services, Logs = log };
        await fixture.InitializeAsync();
        var room = new CapabilityRoom(fixture, log) { Ada = await fixture.Join("Ada") };
        var id = Drop(fixture, runtime, manifest);
        room.Plugin = await PluginRoomFixture.Add(room.Ada, id);
        await room.Choose(room.Ada, "plugin.input", "allow");
        return room;
    }

    /// <summary>The probe of the other runtime, beside the first; Ada allows it to read what she types as well.</summary>
    public async Task<RoomPluginView> AddOther(string runtime, ProbeManifest manifest)
    {
        var other = await PluginRoomFixture.Add(Ada, Drop(_room, runtime == "dotnet" ? "javascript" : "dotnet", manifest));
        await PluginRoomFixture.Choose(Ada, other, "plugin.input", "allow");
        return other;
    }

    public Task<Browser> Join(string name) => _room.Join(name);

    /// <summary>Chooses <c>allow</c> or <c>refuse</c> for a category, or for one flow of it: <c>content.chat room</c>.</summary>
    public Task Choose(Browser person, string flow, string choice) => PluginRoomFixture.Choose(person, Plugin, flow, choice);

    /// <summary>Takes back what the running process has received already, and waits until a fresh one has taken its place.</summary>
    public async Task Revoke(Browser person, string flow)
    {
        await Choose(person, flow, "refuse");
        await PluginRoomFixture.State(Ada, "restarting");
        await PluginRoomFixture.State(Ada, "running");
    }

    /// <summary>Has the probe do something, and gives what it says: a result, <c>denied capability code</c> or <c>failed code</c>.</summary>
    public Task<string> Order(string order) => Order(Plugin, order);

    public async Task<string> Order(RoomPluginView plugin, string order)
    {
        var number = $"#{++_orders}";
        var reply = await PluginRoomFixture.Type(Ada, plugin.Id, $"{number} {order}");
        Assert.Null(reply.Error);
        return await _log.Answer(number);
    }

    /// <summary>
    /// Has the probe do the same thing twice at once where there is a place for one. The host answers both beside each other, so either may
    /// be the one that waits; gives that one, and what the probe says of the other.
    /// </summary>
    public async Task<(Task<string> Waiting, string Refused)> Twice(string order)
    {
        Task<string>[] both = [Order(order), Order(order)];
        var refused = await Task.WhenAny(both);
        return (both.Single(each => each != refused), await refused);
    }

    /// <summary>Has the probe subscribe to what that capability brings; a fresh process has to be told again.</summary>
    public async Task Listen(string capability) => Assert.Equal("done", await Order($"listen:{capability}"));

    /// <summary>The next thing that the probe was told.</summary>
    public Task<string> Heard(string capability) => _log.Event(capability);

    /// <summary>
    /// True when nothing more came to the probe than what was read with <see cref="Heard"/>. Events and orders go the same way in their
    /// order, so after the answer to one everything before it has arrived.
    /// </summary>
    public async Task<bool> HeardNothing(string capability)
    {
        Assert.Equal("done", await Order("nothing"));
        return !_log.HasEvent(capability);
    }

    public bool HasHeard(string capability) => _log.HasEvent(capability);

    public Task<LedgerEntryView> Entry(Func<LedgerEntryView, bool> wanted) => PluginRoomFixture.Entry(Ada, wanted);

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    private static string Drop(PluginRoomFixture fixture, string runtime, ProbeManifest manifest)
    {
        if (runtime == "dotnet")
            fixture.DropIn("Probe", manifest.Write);
        else
            DropScript(fixture, manifest);
        return runtime == "dotnet" ? "test.pluginroom.probe" : "test.pluginroom.probe-script";
    }

    // A script is one file, so the probe's parts are put together as a bundler would.
    private static void DropScript(PluginRoomFixture fixture, ProbeManifest manifest)
    {
        var source = Path.Combine(Sources, "ProbeScript");
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(source, "plugin.json")))!.AsObject();
        manifest.Write(json);
        var parts = Directory.GetFiles(Path.Combine(source, "parts")).Order(StringComparer.Ordinal).Prepend(Path.Combine(source, "orders.js"));
        fixture.Write(
            "ProbeScript",
            ("main.js", string.Join('\n', parts.Select(File.ReadAllText))),
            ("PRIVACY.md", File.ReadAllText(Path.Combine(source, "PRIVACY.md"))),
            ("ui/index.html", File.ReadAllText(Path.Combine(source, "ui", "index.html"))),
            ("ui/picture.js", File.ReadAllText(Path.Combine(source, "ui", "picture.js"))),
            ("plugin.json", json.ToJsonString()));
    }

    private static readonly string Sources = typeof(CapabilityRoom).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "TestPluginSources").Value!;
}
