using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>
/// Proof that the gate let one message through and wrote it into the ledger. Only <see cref="CapabilityBroker"/> can make one;
/// whatever forwards data (worker channel, room, frames) takes this and nothing else.
/// </summary>
public readonly struct AuthorizedFlow
{
    private readonly Capability? _capability;

    // CapabilityBroker is the only caller; ReferenceRules in the tests hold it to that.
    internal AuthorizedFlow(Capability capability, long ledgerSequence)
    {
        _capability = capability;
        LedgerSequence = ledgerSequence;
    }

    /// <summary>Throws for <c>default</c>, which no decision stands behind.</summary>
    public Capability Capability =>
        _capability ?? throw new InvalidOperationException("This flow was not authorized by the broker.");

    /// <summary>The ledger entry that was written before this existed.</summary>
    public long LedgerSequence { get; }
}
