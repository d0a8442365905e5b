using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>One data flow of a manifest, parsed.</summary>
/// <param name="Key">What consent is keyed to; changes with publisher, plugin or any word of the flow.</param>
/// <param name="Purpose">One that is off unless a room switches it on stands in an optional flow only: the manifest's reader sees to it.</param>
public sealed record DeclaredFlow(string Key, DataCategory Category, SinkName Sink, bool Optional, Purpose Purpose = Purpose.Functionality);

/// <summary>What one manifest declares, laid out for the gate: questions are answered by a bit or an index, without a search.</summary>
public sealed class FlowTable
{
    /// <summary>More flows than people could read; also what fits the bits below.</summary>
    public const int MaxFlows = 64;

    private readonly ulong _capabilities;
    private readonly ulong[] _required = new ulong[DataCategories.All.Count];
    private readonly ulong[] _any = new ulong[DataCategories.All.Count];
    private readonly int[] _flowTo;
    private readonly Dictionary<SinkName, int> _sinks;

    public FlowTable(IEnumerable<Capability> capabilities, IReadOnlyList<DeclaredFlow> flows)
    {
        if (flows.Count > MaxFlows)
            throw new ArgumentException($"A plugin can declare up to {MaxFlows} flows, not {flows.Count}.", nameof(flows));

        Flows = flows;
        _capabilities = capabilities.Aggregate(0UL, (bits, capability) => bits | capability.Bit);
        _sinks = flows.Select(flow => flow.Sink).Distinct().Select((sink, index) => (sink, index)).ToDictionary();
        _flowTo = new int[DataCategories.All.Count * Math.Max(1, _sinks.Count)];
        Array.Fill(_flowTo, -1);
        for (var flow = flows.Count - 1; flow >= 0; flow--)
            Index(flow);
    }

    public IReadOnlyList<DeclaredFlow> Flows { get; }

    public bool Declares(Capability capability) => (_capabilities & capability.Bit) != 0;

    /// <summary>Flows of this category that are not optional, as bits by flow index.</summary>
    public ulong RequiredFlows(DataCategory category) => _required[(int)category];

    /// <summary>All flows of this category, as bits by flow index.</summary>
    public ulong FlowsOf(DataCategory category) => _any[(int)category];

    /// <summary>The flow of this category to this sink, or -1 when the manifest declares none.</summary>
    public int FlowTo(DataCategory category, SinkName sink) => FlowTo(category, ColumnOf(sink));

    /// <summary>Where the flows to one sink stand, for questions about several categories; -1 when no flow goes there.</summary>
    internal int ColumnOf(SinkName sink) => _sinks.TryGetValue(sink, out var column) ? column : -1;

    /// <inheritdoc cref="FlowTo(DataCategory, SinkName)"/>
    internal int FlowTo(DataCategory category, int column) =>
        column < 0 ? -1 : _flowTo[((int)category * _sinks.Count) + column];

    /// <summary>The flows of one purpose, as bits by flow index.</summary>
    public ulong FlowsFor(Purpose purpose)
    {
        var bits = 0UL;
        for (var flow = 0; flow < Flows.Count; flow++)
            if (Flows[flow].Purpose == purpose)
                bits |= 1UL << flow;
        return bits;
    }

    public int IndexOf(string key)
    {
        for (var flow = 0; flow < Flows.Count; flow++)
            if (Flows[flow].Key == key)
                return flow;
        return -1;
    }

    private void Index(int flow)
    {
        var (category, sink) = ((int)Flows[flow].Category, Flows[flow].Sink);
        _any[category] |= 1UL << flow;
        if (!Flows[flow].Optional)
            _required[category] |= 1UL << flow;
        _flowTo[(category * _sinks.Count) + _sinks[sink]] = flow;
    }
}
