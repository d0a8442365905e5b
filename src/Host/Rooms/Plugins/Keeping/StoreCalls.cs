using System.Security.Cryptography;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Keeping;

/// <summary>
/// Answers what one plugin's worker asks of its storage. Called on the room's queue: there the gate decides, by labels that are in
/// memory. Only the sealed bytes are waited for, and by nobody but the worker.
/// </summary>
internal sealed class StoreCalls(RoomPlugin plugin, RoomPluginContext context)
{
    private readonly TokenBucket _calls = new(context.Time, burst: 500, perSecond: 100);
    private readonly TokenBucket _bytes = new(context.Time, burst: 16 << 20, perSecond: 2 << 20);

    /// <summary>The value of a <see cref="WriteStoredCall"/> is taken over and overwritten.</summary>
    public async Task<WorkerReply> AnswerAsync(StoreCall call)
    {
        try
        {
            return await DoAsync(call);
        }
        finally
        {
            if (call is WriteStoredCall write)
                CryptographicOperations.ZeroMemory(write.Value);
        }
    }

    private async Task<WorkerReply> DoAsync(StoreCall call)
    {
        // A process that is being stopped lives on for a moment, under choices that nobody keeps up to date any more.
        if (plugin.IsStopped)
            return WorkerReply.Failed(new CallFailed(StorageException.Gone, "The plugin was taken out of the room or replaced by another version."));
        if (plugin.Kept.Store is not { } store || ScopeOf(call) is not { } scope)
            return UnknownPerson();
        try
        {
            return call switch
            {
                ReadStoredCall read => await ReadAsync(store, scope, read.Key),
                ListStoredCall list => List(store, scope, list.Prefix),
                WriteStoredCall write => await WriteAsync(store, scope, write.Key, write.Value),
                DeleteStoredCall delete => await DeleteAsync(store, scope, delete.Key),
                _ => WorkerReply.Failed(new CallFailed("call.unknown", "This host does not know the call.")),
            };
        }
        catch (StorageException failure)
        {
            return WorkerReply.Failed(new CallFailed(failure.Code, failure.Message));
        }
    }

    private WorkerReply UnknownPerson()
    {
        // Asked all the same, so that an undeclared attempt stands in the ledger.
        var decision = context.Broker.Decide(plugin.Gate, FlowRequest.Use(Capability.StorageUser));
        return decision.Refusal is { } refusal
            ? Refused(refusal)
            : WorkerReply.Failed(new CallFailed("participant.unknown", "Nobody who is or was in this room has that id."));
    }

    private async Task<WorkerReply> ReadAsync(PluginStore store, StorageScope scope, string key)
    {
        var entry = store.Find(scope, key);
        var decision = DecideRead(scope, entry?.Label ?? store.Traces(scope), entry?.ValueBytes ?? 0);
        if (decision.Refusal is { } refusal)
            return Refused(refusal);
        return WorkerReply.With(decision.Flow, new StoredValue(entry is null ? null : await store.ReadAsync(entry)));
    }

    private WorkerReply List(PluginStore store, StorageScope scope, string prefix)
    {
        var keys = store.List(scope, prefix).Select(entry => entry.Key).ToList();
        var decision = DecideRead(scope, store.Traces(scope), keys.Sum(key => key.Length));
        return decision.Refusal is { } refusal ? Refused(refusal) : WorkerReply.With(decision.Flow, new StoredKeys(keys));
    }

    private async Task<WorkerReply> WriteAsync(PluginStore store, StorageScope scope, string key, byte[] value)
    {
        if (DecideWrite(scope, key.Length + value.Length).Refusal is { } refusal)
            return Refused(refusal);
        var (label, sink) = (plugin.Gate.Label, SinkOf(scope));
        if (KeepingTerms.RetentionFor(plugin.Installed.Manifest, sink, label.Categories) is not { } retention)
            throw new StorageException(StorageException.NotKept, $"The manifest says that what this worker has seen is not kept in {sink}. Change the \"retention\" of that flow.");
        await store.WriteAsync(scope, key, value, plugin.Kept.TagsOf(label), retention, plugin.Kept.TermsOf(sink, label.Categories));
        return WorkerReply.Done;
    }

    private async Task<WorkerReply> DeleteAsync(PluginStore store, StorageScope scope, string key)
    {
        // That something is gone says something, so deleting is writing.
        if (DecideWrite(scope, key.Length).Refusal is { } refusal)
            return Refused(refusal);
        await store.DeleteAsync(scope, key, plugin.Kept.TagsOf(plugin.Gate.Label));
        return WorkerReply.Done;
    }

    private Decision DecideWrite(StorageScope scope, int bytes)
    {
        var request = FlowRequest.OutOfWorker(CapabilityOf(scope), SinkOf(scope), bytes);
        return Takes(bytes) ? context.Broker.Decide(plugin.Gate, request) : new Decision(context.Broker.RefuseForLimit(plugin.Gate, request));
    }

    private Decision DecideRead(StorageScope scope, IReadOnlySet<StorageTag> tags, int bytes)
    {
        var request = FlowRequest.Use(CapabilityOf(scope), null, bytes);
        return Takes(bytes)
            ? context.Broker.DecideStored(plugin.Gate, request, SinkOf(scope), plugin.Kept.LabelOf(tags))
            : new Decision(context.Broker.RefuseForLimit(plugin.Gate, request));
    }

    private bool Takes(int bytes) => _calls.TryTake(1) && _bytes.TryTake(bytes);

    /// <summary>
    /// Null: nobody has or had that pseudonym. Somebody who left is answered for as before: a plugin that may not know who comes and
    /// goes must not learn it by looking whether their values are still there.
    /// </summary>
    private StorageScope? ScopeOf(StoreCall call)
    {
        if (call.Person is not { } pseudonym)
            return StorageScope.Room;
        return context.Subjects.ParticipantIds.FirstOrDefault(id => plugin.Pseudonyms.Of(id) == pseudonym) is { } person
            ? StorageScope.Of(context.Subjects.IdOf(person))
            : null;
    }

    private static Capability CapabilityOf(StorageScope scope) =>
        scope.Sink == SinkKind.StorageRoom ? Capability.StorageRoom : Capability.StorageUser;

    private static SinkName SinkOf(StorageScope scope) => new(scope.Sink);

    private static WorkerReply Refused(Refusal refusal) => WorkerReply.Refused(PluginRefusals.ForWorker(refusal));
}
