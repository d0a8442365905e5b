using PluginRoom.Host.Ledger;
using PluginRoom.Host.Telemetry;
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
        var began = GateMeter.Begin();
        var decision = DecideAndWrite(plugin, request);
        GateMeter.End(began);
        return decision;
    }

    private Decision DecideAndWrite(PluginGate plugin, in FlowRequest request)
    {
        var carried = CarriedBy(plugin, request.Origin);
        var refusal = Judge(plugin, request, carried);

        // (4) The ledger entry stands before anything is forwarded.
        var sequence = ledger.Append(Entry(plugin, request, refusal?.Verdict ?? Verdict.Forwarded));
        if (refusal is not null)
            return new Decision(refusal);

        // (5) Who is about to see it has seen it; the proof lets it through.
        Taint(plugin, request, carried);
        if (request.Sink is { } place && SentAccount.Counts(place))
            CountSent(plugin, request, carried, place);
        return new Decision(new AuthorizedFlow(request.Capability, sequence));
    }

    /// <summary>
    /// Stored data back into the plugin's worker, all tags of their label at once: one that is no longer allowed holds back the whole,
    /// and the worker has seen all of them from here on.
    /// </summary>
    public Decision DecideStored(PluginGate plugin, in FlowRequest request, SinkName store, DataLabel stored)
    {
        var (verdict, blocked) = (Declared(plugin.Flows, request), (DataCategory?)null);
        var off = verdict == Verdict.Forwarded ? PurposeRules.Leaving(plugin, stored, store) : null;
        if (off is not null)
            (verdict, blocked) = (Verdict.PurposeOff, off.Value.Category);
        else if (verdict == Verdict.Forwarded)
            (verdict, blocked) = LabelRules.MayReturn(plugin, stored, store);
        var sequence = ledger.Append(
            Entry(plugin, request, verdict) with { Categories = stored.Categories, Subjects = stored.Summary });
        if (verdict != Verdict.Forwarded)
            return new Decision(new Refusal(verdict, request.Capability, blocked, blocked is null ? null : store)
            {
                Origin = FlowOrigin.Store,
                Purpose = off?.Purpose,
            });

        plugin.Label.AddAll(stored);
        return new Decision(new AuthorizedFlow(request.Capability, sequence));
    }

    /// <summary>
    /// From one plugin's worker into another's, with all that the first has seen: its manifest and everyone concerned let it go to
    /// <c>plugin:&lt;id&gt;</c>, and the other's let it in. Each of the two has its entry in the ledger; what is refused concerns the first alone.
    /// </summary>
    /// <param name="isReply">Whoever answers needs no capability for that: that it takes calls stands in its manifest.</param>
    public Decision DecideCall(PluginGate from, PluginGate to, int bytes, bool isReply)
    {
        var request = FlowRequest.OutOfWorker(Capability.PluginCall, SinkName.PluginOf(to.PluginId), bytes);
        var (verdict, blocked, door) = (isReply ? Verdict.Forwarded : Declared(from.Flows, request), (DataCategory?)null, (string?)null);
        var off = verdict == Verdict.Forwarded
            ? PurposeRules.Leaving(from, from.Label, request.Sink!.Value) ?? PurposeRules.Entering(to, from.Label)
            : null;
        if (off is not null)
            (verdict, blocked) = (Verdict.PurposeOff, off.Value.Category);
        if (verdict == Verdict.Forwarded)
            (verdict, blocked) = LabelRules.MayLeave(from, from.Label, request.Sink!.Value);
        if (verdict == Verdict.Forwarded)
        {
            (verdict, blocked) = LabelRules.MayEnter(to, from.Label);
            door = verdict == Verdict.Forwarded ? null : to.PluginId;
        }

        ledger.Append(Entry(from, request, verdict));
        if (verdict != Verdict.Forwarded)
            return new Decision(new Refusal(verdict, request.Capability, blocked, request.Sink)
            {
                Origin = door is null ? FlowOrigin.Worker : FlowOrigin.Plugin,
                Purpose = off?.Purpose,
            });

        var sequence = ledger.Append(Entry(to, FlowRequest.Use(Capability.PluginCall, bytes: bytes), Verdict.Forwarded) with
        {
            Categories = from.Label.Categories,
            Subjects = from.Label.Summary,
        });
        from.Sent.Add(from.Label, request.Sink!.Value, ledger.LastAt, bytes);
        to.Label.AddAll(from.Label);
        return new Decision(new AuthorizedFlow(Capability.PluginCall, sequence));
    }

    /// <summary>
    /// The same question where this host could not do what is asked: the refusal that it would be anyway, or that it is unavailable.
    /// Nothing is forwarded, so nothing comes into the label.
    /// </summary>
    public Refusal DecideUnavailable(PluginGate plugin, in FlowRequest request)
    {
        var refusal = Judge(plugin, request, CarriedBy(plugin, request.Origin))
            ?? new Refusal(Verdict.Unavailable, request.Capability, request.Category, request.Sink);
        ledger.Append(Entry(plugin, request, refusal.Verdict));
        return refusal;
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

    private static Refusal? Judge(PluginGate plugin, in FlowRequest request, DataLabel? carried)
    {
        // (1) Does the manifest declare it?
        // (2) Has the room switched on what it is for, and has each person concerned consented?
        // (3) May this data, and all that travels with it, go there?
        var verdict = Declared(plugin.Flows, request);
        DataCategory? blocked = request.Category;
        if (verdict == Verdict.Forwarded && PurposeRules.Stopping(plugin, request, carried) is { } off)
            return new Refusal(Verdict.PurposeOff, request.Capability, off.Category, request.Sink) { Origin = request.Origin, Purpose = off.Purpose };
        if (verdict == Verdict.Forwarded && request.Category is { } category)
            verdict = Consented(plugin, category, request);
        var isCarried = verdict == Verdict.Forwarded && carried is not null;
        if (isCarried)
            (verdict, blocked) = request.Sink is { } sink
                ? LabelRules.MayLeave(plugin, carried!, sink)
                : LabelRules.MayReturn(plugin, carried!, SinkName.Ui);
        return verdict == Verdict.Forwarded
            ? null
            : new Refusal(verdict, request.Capability, blocked, request.Sink) { Origin = isCarried ? request.Origin : FlowOrigin.Person };
    }

    private void CountSent(PluginGate plugin, in FlowRequest request, DataLabel? carried, SinkName sink)
    {
        if (request.Category is { } category)
            plugin.Sent.Add(category, request.Subject, sink, ledger.LastAt, request.Bytes);
        else if (carried is not null)
            plugin.Sent.Add(carried, sink, ledger.LastAt, request.Bytes);
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
        var allowed = request.Sink switch
        {
            // Frames are inside the plugin: what they are shown comes back as input. So the rule at the door holds for them as well.
            { Kind: SinkKind.Ui } ui => plugin.Consents.Allows(plugin.Flows.FlowTo(category, ui), request.Subject)
                && plugin.AllowsIn(category, request.Subject),
            { } sink => plugin.Consents.Allows(plugin.Flows.FlowTo(category, sink), request.Subject),
            null => plugin.AllowsIn(category, request.Subject),
        };
        return allowed ? Verdict.Forwarded : Verdict.NotConsented;
    }

    private static DataLabel? CarriedBy(PluginGate plugin, FlowOrigin origin) => origin switch
    {
        FlowOrigin.Worker => plugin.Label,
        FlowOrigin.Frames => plugin.UiLabel,
        _ => null,
    };

    private static void Taint(PluginGate plugin, in FlowRequest request, DataLabel? carried)
    {
        var seer = request.Sink switch
        {
            { Kind: SinkKind.Ui } => plugin.UiLabel,
            null => plugin.Label,
            _ => null,
        };
        if (seer is null)
            return;
        if (request.Category is { } category)
            seer.Add(category, request.Subject);
        if (carried is not null)
            seer.AddAll(carried);
    }

    private static LedgerEntry Entry(PluginGate plugin, in FlowRequest request, Verdict verdict)
    {
        var carried = request.Category is null ? CarriedBy(plugin, request.Origin) : null;
        return new()
        {
            PluginId = plugin.PluginId,
            Capability = request.Capability,
            Categories = request.Category is { } category ? 1u << (int)category : carried?.Categories ?? 0,
            Subjects = request.Subject >= 0 ? 1UL << Math.Min(request.Subject, FlowRequest.LastSummarySlot) : carried?.Summary ?? 0,
            Sink = request.Sink,
            Verdict = verdict,
            Bytes = request.Bytes,
        };
    }
}
