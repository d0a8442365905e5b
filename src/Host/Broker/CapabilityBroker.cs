using System.Numerics;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>
/// The only gate of one room through which data reaches a plugin or leaves it. It decides, writes the decision down, and only
/// then gives the proof that forwarding needs. Used on the room's queue only.
/// </summary>
public sealed class CapabilityBroker(FlowLedger ledger)
{
    public Decision Decide(PluginGate plugin, in FlowRequest request)
    {
        // (1) Does the manifest declare it?
        // (2) Has each person concerned consented?
        // (3) May this data go there?
        var verdict = Declared(plugin.Flows, request);
        DataCategory? blocked = request.Category;
        if (verdict == Verdict.Forwarded && request.Category is { } category)
            verdict = Consented(plugin, category, request);
        if (verdict == Verdict.Forwarded && request is { FromWorker: true, Sink: { } sink })
            (verdict, blocked) = LabelMayGo(plugin, sink);

        // (4) The ledger entry stands before anything is forwarded.
        var sequence = ledger.Append(Entry(plugin, request, verdict));
        if (verdict != Verdict.Forwarded)
            return new Decision(new Refusal(verdict, request.Capability, blocked, request.Sink));

        // (5) What the worker is about to see, it has seen; the proof lets it through.
        if (request is { Category: { } seen, Sink: null })
            plugin.Label.Add(seen, request.Subject);
        if (request.Sink is { } place && SentAccount.Counts(place))
            CountSent(plugin, request, place);
        return new Decision(new AuthorizedFlow(request.Capability, sequence));
    }

    /// <summary>
    /// Stored data back into the plugin's worker, all tags of their label at once: one that is no longer allowed holds back the whole,
    /// and the worker has seen all of them from here on.
    /// </summary>
    public Decision DecideStored(PluginGate plugin, in FlowRequest request, SinkName store, DataLabel stored)
    {
        var (verdict, blocked) = (Declared(plugin.Flows, request), (DataCategory?)null);
        if (verdict == Verdict.Forwarded)
            (verdict, blocked) = StillAllowed(plugin, store, stored);
        var sequence = ledger.Append(
            Entry(plugin, request, verdict) with { Categories = stored.Categories, Subjects = stored.Summary });
        if (verdict != Verdict.Forwarded)
            return new Decision(new Refusal(verdict, request.Capability, blocked, verdict == Verdict.NotDeclared && blocked is not null ? store : null));

        plugin.Label.AddAll(stored);
        return new Decision(new AuthorizedFlow(request.Capability, sequence));
    }

    /// <summary>Writes down that a stated size or rate was exceeded; nothing is forwarded.</summary>
    public Refusal RefuseForLimit(PluginGate plugin, in FlowRequest request)
    {
        ledger.Append(Entry(plugin, request, Verdict.Limit));
        return new Refusal(Verdict.Limit, request.Capability, request.Category, request.Sink);
    }

    /// <summary>Writes down that the plugin's process broke one of its limits, and what became of it.</summary>
    /// <param name="words">The host's own, for people; no name and no content.</param>
    public void NoteLimit(PluginGate plugin, string words) =>
        ledger.Append(new LedgerEntry { PluginId = plugin.PluginId, Verdict = Verdict.Limit, Words = words });

    /// <summary>Writes down that the host itself asks a sink to erase what it was sent of one person.</summary>
    /// <returns>The proof that its request needs; it carries a pseudonym and names of categories, and nothing of the plugin's.</returns>
    public AuthorizedFlow NoteErasure(PluginGate plugin, SinkName sink, uint categories, int subject, int bytes)
    {
        var sequence = ledger.Append(new LedgerEntry
        {
            PluginId = plugin.PluginId,
            Categories = categories,
            Subjects = 1UL << Math.Min(subject, FlowRequest.LastSummarySlot),
            Sink = sink,
            Verdict = Verdict.Forwarded,
            Bytes = bytes,
            Words = "The host asked this place to erase it.",
        });
        return new AuthorizedFlow(Capability.NetFetch, sequence);
    }

    /// <summary>Writes down an attempt at something that no line of the manifest names, such as a way out of a sink; nothing is forwarded.</summary>
    public Refusal RefuseUndeclared(PluginGate plugin, in FlowRequest request)
    {
        ledger.Append(Entry(plugin, request, Verdict.NotDeclared));
        return new Refusal(Verdict.NotDeclared, request.Capability, request.Category, request.Sink);
    }

    /// <summary>Writes down what went through a stream that was authorized when it opened.</summary>
    public void CountStream(PluginGate plugin, in FlowRequest request, long messages, long bytes) =>
        ledger.Append(Entry(plugin, request, Verdict.Forwarded) with { Count = messages, Bytes = bytes });

    private void CountSent(PluginGate plugin, in FlowRequest request, SinkName sink)
    {
        if (request.Category is { } category)
            plugin.Sent.Add(category, request.Subject, sink, ledger.LastAt, request.Bytes);
        else if (request.FromWorker)
            plugin.Sent.Add(plugin.Label, sink, ledger.LastAt, request.Bytes);
    }

    private static Verdict Declared(FlowTable flows, in FlowRequest request)
    {
        if (!flows.Declares(request.Capability))
            return Verdict.NotDeclared;
        if (request.Category is not { } category)
            return Verdict.Forwarded;
        var declared = request.Sink is { } sink ? flows.FlowTo(category, sink) >= 0 : flows.FlowsOf(category) != 0;
        return declared ? Verdict.Forwarded : Verdict.NotDeclared;
    }

    private static Verdict Consented(PluginGate plugin, DataCategory category, in FlowRequest request)
    {
        var allowed = request.Sink is { } sink
            ? plugin.Consents.Allows(plugin.Flows.FlowTo(category, sink), request.Subject)
            : plugin.AllowsIn(category, request.Subject);
        return allowed ? Verdict.Forwarded : Verdict.NotConsented;
    }

    private static (Verdict, DataCategory?) LabelMayGo(PluginGate plugin, SinkName sink)
    {
        for (var rest = plugin.Label.Categories; rest != 0;)
        {
            var category = DataLabel.TakeLowest(ref rest);
            var flow = plugin.Flows.FlowTo(category, sink);
            if (flow < 0)
                return (Verdict.Label, category);
            if (!plugin.Consents.AllAllow(flow, plugin.Label.SubjectsOf(category)))
                return (Verdict.NotConsented, category);
        }

        return (Verdict.Forwarded, null);
    }

    /// <summary>The rule at the door, and that it may be kept there at all, for everyone whose data it is.</summary>
    private static (Verdict, DataCategory?) StillAllowed(PluginGate plugin, SinkName store, DataLabel stored)
    {
        for (var rest = stored.Categories; rest != 0;)
        {
            var category = DataLabel.TakeLowest(ref rest);
            var flow = plugin.Flows.FlowTo(category, store);
            if (flow < 0)
                return (Verdict.NotDeclared, category);
            for (var needed = plugin.Flows.RequiredFlows(category) | (1UL << flow); needed != 0; needed &= needed - 1)
                if (!plugin.Consents.AllAllow(BitOperations.TrailingZeroCount(needed), stored.SubjectsOf(category)))
                    return (Verdict.NotConsented, category);
        }

        return (Verdict.Forwarded, null);
    }

    private static LedgerEntry Entry(PluginGate plugin, in FlowRequest request, Verdict verdict) => new()
    {
        PluginId = plugin.PluginId,
        Capability = request.Capability,
        Categories = request.Category is { } category ? 1u << (int)category : request.FromWorker ? plugin.Label.Categories : 0,
        Subjects = request.Subject >= 0 ? 1UL << Math.Min(request.Subject, FlowRequest.LastSummarySlot) : request.FromWorker ? plugin.Label.Summary : 0,
        Sink = request.Sink,
        Verdict = verdict,
        Bytes = request.Bytes,
    };
}
