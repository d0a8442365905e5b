using PluginRoom.Host.Consent;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>What one arbitrary manifest declares, what three people allow, and what the process has already seen. Plain sets, for the model.</summary>
internal sealed class GateShape
{
    internal const string Id = "test.pluginroom.fuzz";
    internal const string Method = "ask";
    internal const string SinkId = "api";
    internal static readonly string[] People = ["Ada", "Ben", "Cyd"];
    private static readonly DataCategory[] Categories =
    [
        DataCategory.IdentityPseudonym, DataCategory.IdentityProfile, DataCategory.ContentChat, DataCategory.PluginInput,
        DataCategory.ContentFile, DataCategory.ContentAudio,
    ];

    private static readonly SinkName[] Sinks =
        [SinkName.Ui, SinkName.Room, SinkName.StorageRoom, SinkName.StorageUser, new(SinkKind.External, SinkId)];

    private static readonly Capability[] Wanted =
    [
        Capability.RoomInfoRead, Capability.ParticipantsList, Capability.ParticipantsProfileRead, Capability.ChatSend,
        Capability.ChatRead, Capability.UiNotification, Capability.UiPanel, Capability.StorageRoom, Capability.StorageUser,
        Capability.NetFetch, Capability.NetWebhookReceive, Capability.ChatSendAsUser, Capability.FilesPick, Capability.ModerationMute,
        Capability.ModerationRemove, Capability.PluginCall, Capability.MediaAudioReceive, Capability.MediaPublish,
    ];

    internal GateShape(Dice dice)
    {
        HasUi = !dice.Once(4);
        Declared = [.. Wanted.Where(_ => !dice.Once(3))];
        foreach (var category in Categories)
        {
            foreach (var sink in Sinks.Where(_ => !dice.Once(3)))
                Flows.Add((category, sink), dice.Once(2));
        }

        // More often yes than no, or hardly anything would ever pass.
        foreach (var flow in Flows.Keys)
        {
            for (var person = 0; person < People.Length; person++)
            {
                if (!dice.Once(4))
                    Allowed.Add((flow.Category, flow.Sink, person));
            }
        }

        while (dice.Once(3))
            Seen.Add((dice.Of(Categories), dice.Below(People.Length)));
    }

    internal bool HasUi { get; }

    internal HashSet<Capability> Declared { get; }

    /// <summary>Whether each is optional.</summary>
    internal Dictionary<(DataCategory Category, SinkName Sink), bool> Flows { get; } = [];

    internal HashSet<(DataCategory, SinkName, int Person)> Allowed { get; } = [];

    internal HashSet<(DataCategory Category, int Person)> Seen { get; } = [];

    internal PluginManifest ToManifest() => new()
    {
        ManifestVersion = 1,
        Id = Id,
        Name = "Fuzz",
        Version = "1.0.0",
        Engines = new() { Pluginroom = "^1.0" },
        Publisher = new() { Name = "PluginRoom tests", Contact = "tests@example.org", PrivacyPolicy = "PRIVACY.md" },
        Ui = HasUi ? [new() { Slot = UiSlot.Panel, Title = "Fuzz", Entry = "ui/index.html" }] : [],
        Capabilities = [.. Declared.Select(static name => new ManifestCapability { Name = name, Reason = "fuzz" })],
        Callable = [new() { Method = Method, Reason = "fuzz" }],
        Sinks =
        [
            new()
            {
                Id = SinkId, Url = "https://api.example.org/v1/", Operator = "Example e.V.", Country = "DE",
                Methods = [SinkMethod.Get, SinkMethod.Post], MaxBytesPerMinute = 1 << 30,
            },
        ],
        DataFlows =
        [
            .. Flows.Select(static flow => new ManifestFlow
            {
                Data = flow.Key.Category,
                To = flow.Key.Sink,
                Purpose = Purpose.Functionality,
                Retention = Retention.Parse(flow.Key.Sink.Kind is SinkKind.StorageRoom or SinkKind.StorageUser ? "room" : "none")!.Value,
                Optional = flow.Value,
            }),
        ],
    };

    internal void Apply(FuzzRoom room)
    {
        var gate = room.Plugin.Gate;
        foreach (var (category, sink, person) in Allowed)
            gate.Consents.Set(gate.Flows.FlowTo(category, sink), person, ConsentChoice.Allow);
        gate.StartFresh();
        foreach (var (category, person) in Seen)
            gate.Label.Add(category, person);
    }
}
