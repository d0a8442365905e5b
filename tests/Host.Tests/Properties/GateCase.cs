using System.Globalization;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>One arbitrary history: what some plugins declare, and what people and plugins then do.</summary>
internal sealed record GateCase(IReadOnlyList<PluginShape> Plugins, IReadOnlyList<GateStep> Steps)
{
    public override string ToString() => string.Join('\n', [.. Plugins.Select(plugin => plugin.ToString()), .. Steps.Select(step => $"  {step}")]);
}

/// <summary>One way of data, by the words of the manifest.</summary>
internal sealed record FlowShape(DataCategory Data, string To, bool Optional)
{
    public override string ToString() => $"{Data.Name()} to {To}{(Optional ? "?" : "")}";
}

/// <summary>What one plugin declares.</summary>
internal sealed record PluginShape(int Number, IReadOnlyList<string> Capabilities, IReadOnlyList<FlowShape> Flows, bool IsCallable)
{
    public string Id => IdOf(Number);

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"org.example.p{number}");

    public bool Declares(string capability) => Capabilities.Contains(capability);

    public override string ToString() => $"{Id}{(IsCallable ? " (callable)" : "")}: {string.Join(' ', Capabilities)}; {string.Join(", ", Flows)}";

    // Straight to the record: whether the reader would take it is another test's question, and the gate must hold for all of them.
    public InstalledPlugin Install() => new(
        new()
        {
            ManifestVersion = 1,
            Id = Id,
            Name = $"P{Number}",
            Version = "1.0.0",
            Engines = new() { Pluginroom = "^1.0" },
            Publisher = new() { Name = "PluginRoom tests", Contact = "tests@example.org", PrivacyPolicy = "PRIVACY.md" },
            Server = new() { Runtime = ServerRuntime.Dotnet, Entry = "P.dll" },
            Ui = [new() { Slot = UiSlot.Panel, Title = "P", Entry = "ui/index.html" }],
            Capabilities = [.. Capabilities.Select(name => new ManifestCapability { Name = Capability.Find(name)!, Reason = "Tries it" })],
            Channels = [new() { Name = "line" }],
            Callable = IsCallable ? [new() { Method = "ask", Reason = "Tries it" }] : [],
            Sinks = [new() { Id = "api", Url = "https://api.example.org/v1/", Operator = "Example e.V.", Country = "DE" }],
            DataFlows =
            [
                .. Flows.Select(flow => new ManifestFlow
                {
                    Data = flow.Data,
                    To = SinkName.Parse(flow.To)!.Value,
                    Purpose = Purpose.Functionality,
                    // What all plugins but the first store outlives the room, if everything in it may.
                    Retention = Retention.Parse(flow.To == "storage.room" && Number > 0 ? "P30D" : flow.To == "storage.room" ? "room" : "none")!.Value,
                    Optional = flow.Optional,
                }),
            ],
        },
        "/nowhere",
        "hash");
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
    Show,
    Post,
    Fetch,
    Write,
    Read,
    Delete,
    Call,
    List,
    Offer,
    Channel,
    Crash,
    ComeOrGo,
    ReAdd,
    EndRoom,
}
