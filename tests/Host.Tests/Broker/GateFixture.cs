using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Broker;

/// <summary>
/// One plugin in one room, with the flows that a test names as "category to sink" or "category to sink for purpose", a question mark for
/// optional ones.
/// </summary>
internal sealed class GateFixture
{
    public const int Ada = 0;
    public const int Ben = 1;

    public GateFixture(Capability[] capabilities, params string[] flows)
    {
        Ledger = new FlowLedger(TimeProvider.System);
        Broker = new CapabilityBroker(Ledger);
        Plugin = new PluginGate("org.example.plugin", new FlowTable(capabilities, [.. flows.Select(Parse)]));
    }

    public FlowLedger Ledger { get; }

    public CapabilityBroker Broker { get; }

    public PluginGate Plugin { get; }

    public GateFixture Choose(int subject, string flow, ConsentChoice choice = ConsentChoice.Allow)
    {
        Plugin.Consents.Set(Plugin.Flows.IndexOf(flow), subject, choice);
        return this;
    }

    public Decision Chat(int subject) =>
        Broker.Decide(Plugin, FlowRequest.ToWorker(Capability.ChatRead, DataCategory.ContentChat, subject, 5));

    public Decision Post() => Broker.Decide(Plugin, FlowRequest.OutOfWorker(Capability.ChatSend, SinkName.Room, 5));

    public LedgerEntry LastEntry => Ledger[Ledger.Count - 1];

    private static DeclaredFlow Parse(string text)
    {
        var parts = text.TrimEnd('?').Split([" to ", " for "], StringSplitOptions.None);
        return new DeclaredFlow(
            text.TrimEnd('?'),
            DataCategories.Parse(parts[0])!.Value,
            SinkName.Parse(parts[1])!.Value,
            text.EndsWith('?'),
            parts.Length > 2 ? Purposes.Parse(parts[2])!.Value : Purpose.Functionality);
    }
}
