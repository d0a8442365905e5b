using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PluginRoom.Host.Logging;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

/// <summary>A real host with a plugins folder, real sandboxed workers, and people in one room.</summary>
public sealed class PluginRoomFixture : IAsyncLifetime
{
    public const string Echo = "test.pluginroom.echo";
    public const string Greedy = "test.pluginroom.greedy";
    public const string Crash = "test.pluginroom.crash";
    private const string RoomName = "plugin-room";

    private static readonly string TestPlugins = typeof(PluginRoomFixture).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "TestPluginsFolder").Value!;

    private readonly List<Browser> _people = [];
    private RunningHost _host = null!;

    /// <summary>Parts of the host that the test brings itself.</summary>
    internal Action<IServiceCollection>? Services { get; init; }

    /// <summary>Where all that the host logs goes to, plugins' lines included; nowhere unless set.</summary>
    internal ILoggerProvider? Logs { get; init; }

    /// <summary>Where what plugins print begins to be logged; an operator has to ask for it.</summary>
    internal LogLevel PluginOutput { get; init; } = LogLevel.Debug;

    /// <summary>Where the host sends its numbers; nowhere unless set.</summary>
    internal Uri? Collector { get; init; }

    /// <summary>By which plugins' processes are waited for.</summary>
    internal TimeProvider? WorkerTime { get; init; }

    internal Uri Address => _host.Address;

    public async ValueTask InitializeAsync() => _host = await RunningHost.Start(
        collector: Collector,
        services: Services,
        workerTime: WorkerTime,
        logging: Logs is null ? null : logging => logging.AddFilter("PluginRoom", LogLevel.Debug).AddFilter(LogCategories.PluginOutput, PluginOutput).AddProvider(Logs));

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
        await _host.DisposeAsync();
    }

    internal string DataFolder => _host.DataFolder;

    internal async Task<Browser> Join(string name)
    {
        var person = await Browser.Join(_host, RoomName, name);
        _people.Add(person);
        return person;
    }

    /// <summary>Copies a test plugin into the plugins folder, as an operator would.</summary>
    /// <param name="change">What is different in this plugin.json.</param>
    internal void DropIn(string name, Action<JsonObject>? change = null) => Put(name, staged =>
    {
        var source = Path.Combine(TestPlugins, name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(staged, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (change is not null && Path.GetFileName(file) == "plugin.json")
                File.WriteAllText(copy, Changed(file, change));
            else
                File.Copy(file, copy);
        }
    });

    /// <summary>Another version of a plugin that was dropped in: its plugin.json with these differences from the original.</summary>
    internal void Change(string name, Action<JsonObject> change) =>
        Write(name, ("plugin.json", Changed(Path.Combine(TestPlugins, name, "plugin.json"), change)));

    private static string Changed(string manifest, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(manifest))!.AsObject();
        change(json);
        return json.ToJsonString();
    }

    /// <summary>A plugin folder of these files.</summary>
    internal void Write(string name, params (string Path, string Text)[] files) => Put(name, staged =>
    {
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(staged, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    });

    /// <summary>
    /// A folder that <paramref name="fill"/> fills, moved to its place in one step, so that the host never finds half of it, however long
    /// this test has to wait for the processor. Where there is one already, file by file.
    /// </summary>
    internal void Put(string name, Action<string> fill)
    {
        var staged = Directory.CreateDirectory(Path.Combine(_host.StagingFolder, Path.GetRandomFileName())).FullName;
        fill(staged);
        var target = Path.Combine(_host.PluginsFolder, name);
        if (!Directory.Exists(target))
        {
            Directory.Move(staged, target);
            return;
        }

        foreach (var file in Directory.GetFiles(staged, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(target, Path.GetRelativePath(staged, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }
    }

    internal string Read(string name, string path) => File.ReadAllText(Path.Combine(_host.PluginsFolder, name, path));

    internal void Delete(string name) => Directory.Delete(Path.Combine(_host.PluginsFolder, name), recursive: true);

    /// <summary>Waits until this person's page lists the plugin as ready, adds it and waits until its worker runs.</summary>
    internal static async Task<RoomPluginView> Add(Browser person, string pluginId, string state = "running")
    {
        await person.SeeReady(pluginId);
        return await AddKnown(person, pluginId, state);
    }

    /// <summary>The same for a plugin that this person's page knows to be ready.</summary>
    internal static async Task<RoomPluginView> AddKnown(Browser person, string pluginId, string state = "running")
    {
        var added = await person.Call<RoomPluginView>("AddPlugin", new PluginRequest(pluginId));
        Assert.Null(added.Error);
        return await State(person, state);
    }

    internal static async Task<RoomPluginView> State(Browser person, string state)
    {
        while (true)
        {
            var view = await person.Hear<RoomPluginView>(RoomEvents.RoomPluginChanged);
            if (view.State == state)
                return view;
            Assert.NotEqual("failed", view.State);
        }
    }

    /// <summary>Reads on until what this person's page is told of a plugin is as asked.</summary>
    internal static async Task<RoomPluginView> View(Browser person, Func<RoomPluginView, bool> wanted)
    {
        while (true)
        {
            var view = await person.Hear<RoomPluginView>(RoomEvents.RoomPluginChanged);
            if (wanted(view))
                return view;
        }
    }

    /// <summary>Waits until this person's page was told that the plugin's frames start anew.</summary>
    internal static async Task<RoomPluginView> StartedAnew(Browser person, RoomPluginView before)
    {
        while (true)
        {
            var view = await person.Hear<RoomPluginView>(RoomEvents.RoomPluginChanged);
            if (view.Id == before.Id && view.Generation > before.Generation)
                return view;
        }
    }

    /// <summary>
    /// Chooses for the flows of one category, e.g. <c>plugin.input</c>, without those that a moderator has to switch on first, or for one of
    /// them: <c>content.chat room</c>.
    /// </summary>
    internal static async Task Choose(Browser person, RoomPluginView plugin, string category, string choice)
    {
        var words = category.Split(' ');
        var flows = plugin.Flows.Where(flow => flow.Data == words[0] && (words.Length == 1 ? flow.Purpose is not ("training" or "marketing") : flow.To == words[1]))
            .Select(flow => new FlowChoice(flow.Key, choice)).ToList();
        Assert.NotEmpty(flows);
        var reply = await person.Call<ConsentView>("Decide", new ConsentRequest(plugin.Id, flows));
        Assert.Null(reply.Error);
    }

    internal static Task<HubReply<Done>> Type(Browser person, string pluginId, string text) =>
        person.Call<Done>("SendInput", new PluginInput(pluginId, person.GenerationOf(pluginId), Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));

    /// <summary>What the plugin's server side sent to this person's frame next.</summary>
    internal static async Task<string> Shown(Browser person) =>
        Encoding.UTF8.GetString(Convert.FromBase64String((await person.Hear<PluginMessage>(RoomEvents.PluginMessage)).Data));

    /// <summary>Reads on until an entry of the ledger is as asked.</summary>
    internal static async Task<LedgerEntryView> Entry(Browser person, Func<LedgerEntryView, bool> wanted)
    {
        while (true)
        {
            var batch = await person.Hear<LedgerBatch>(RoomEvents.Ledger);
            if (batch.Entries.FirstOrDefault(wanted) is { } entry)
                return entry;
        }
    }
}
