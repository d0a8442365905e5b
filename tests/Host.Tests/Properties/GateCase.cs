using System.Globalization;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>One arbitrary history: what some plugins declare in each of their versions, and what people and plugins then do.</summary>
internal sealed record GateCase(IReadOnlyList<IReadOnlyList<PluginShape>> Plugins, IReadOnlyList<GateStep> Steps)
{
    public override string ToString() =>
        string.Join('\n', [.. Plugins.SelectMany(versions => versions).Select(plugin => plugin.ToString()), .. Steps.Select(step => $"  {step}")]);
}

/// <summary>One way of data, by the words of the manifest. Equal where people are not asked anew.</summary>
internal sealed record FlowShape(DataCategory Data, string To, bool Optional)
{
    public override string ToString() => $"{Data.Name()} to {To}{(Optional ? "?" : "")}";
}

/// <summary>What one version of one plugin declares.</summary>
internal sealed record PluginShape(int Number, int Version, IReadOnlyList<string> Capabilities, IReadOnlyList<FlowShape> Flows, bool IsCallable)
{
    public string Id => IdOf(Number);

    public string Hash => $"hash of version {Version}";

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"org.example.p{number}");

    public bool Declares(string capability) => Capabilities.Contains(capability);

    /// <summary>In something that people decided on.</summary>
    public bool DiffersFrom(PluginShape other) =>
        !Flows.ToHashSet().SetEquals(other.Flows) || !Capabilities.ToHashSet().SetEquals(other.Capabilities);

    /// <summary>What everybody has to allow of whom something of this kind is kept there.</summary>
    public HashSet<FlowShape> Terms(DataCategory data, string place) =>
        Flows.Any(flow => flow.Data == data && flow.To == place) ? [.. Flows.Where(flow => flow.Data == data && (!flow.Optional || flow.To == place))] : [];

    public override string ToString() =>
        $"{Id} version {Version}{(IsCallable ? " (callable)" : "")}: {string.Join(' ', Capabilities)}; {string.Join(", ", Flows)}";

    /// <summary>Straight to the record: whether the reader would take it is another test's question, and the gate must hold for all of them.</summary>
    /// <param name="folder">Holds a privacy policy.</param>
    public InstalledPlugin Install(string folder) => new(
        new()
        {
            ManifestVersion = 1,
            Id = Id,
            Name = Id,
            Version = $"1.{Version}.0",
            Engines = new() { Pluginroom = "^1.0" },
            Publisher = new() { Name = "PluginRoom tests", Contact = "tests@example.org", PrivacyPolicy = GateWorld.PolicyFile },
            Server = new() { Runtime = ServerRuntime.Dotnet, Entry = "P.dll" },
            Ui = [new() { Slot = UiSlot.Panel, Title = "P", Entry = "ui/index.html" }],
            Capabilities = [.. Capabilities.Select(name => new ManifestCapability { Name = Capability.Find(name)!, Reason = "Tries it" })],
            Channels = [new() { Name = "line" }],
            Callable = IsCallable ? [new() { Method = "ask", Reason = "Tries it" }] : [],
            Sinks = [new() { Id = "api", Url = "https://api.example.org/v1/", Operator = "Example e.V.", Country = "DE" }],
            DataFlows = [.. Flows.Select(ToManifest)],
        },
        folder,
        Hash);

    private ManifestFlow ToManifest(FlowShape flow) => new()
    {
        Data = flow.Data,
        To = SinkName.Parse(flow.To)!.Value,
        Purpose = Purpose.Functionality,
        // What all plugins but the first store outlives the room, if everything in it may.
        Retention = Retention.Parse(flow.To switch
        {
            "storage.room" when Number > 0 => "P30D",
            "storage.room" or "storage.user" => "room",
            _ => "none",
        })!.Value,
        Optional = flow.Optional,
    };
}

/// <summary>Who does what. Numbers beyond what there is mean the same as their remainder.</summary>
internal sealed record GateStep(StepKind Kind, int Plugin, int Person, int Detail)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} plugin {Plugin} person {Person} detail {Detail}");
}

internal enum StepKind
{
    AllowAll,
    Allow,
    Refuse,
    Chat,
    Input,
    StaleInput,
    ShowFile,
    Offer,
    Channel,
    Show,
    Post,
    Fetch,
    Write,
    Read,
    Delete,
    Call,
    List,
    Media,
    Webhook,
    Ask,
    Update,
    Answer,
    Crash,
    ComeOrGo,
    ReAdd,
    EndRoom,
}
