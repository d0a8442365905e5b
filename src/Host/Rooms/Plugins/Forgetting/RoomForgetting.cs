using PluginRoom.Host.Broker;
using PluginRoom.Host.Rooms.Plugins.Keeping;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Telemetry;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>
/// Carries out what the end of a permission means, and tells the person: the gate is closed before this is called; here the process that
/// knew is ended, windows begin anew, stored values go with their keys, sinks are asked to erase, and memory is given back.
/// On the room's queue; what takes time goes on beside it and comes back for each change of the receipt.
/// </summary>
internal sealed class RoomForgetting(Room room, RoomSubjects subjects, CapabilityBroker broker, ForgettingDesk desk, TimeProvider time)
{
    // Everybody reads it: that somebody took something back would name the other one where two meet.
    private const string Because = "The plugin starts anew, without what it may not know any more.";
    private static readonly TimeSpan DiskAgain = TimeSpan.FromSeconds(30);

    public RoomReceipts Receipts { get; } = new(room);

    /// <param name="categories">What was allowed until now, in one flow at least, one bit each.</param>
    public void Revoked(RoomPlugin plugin, Participant person, uint categories) =>
        End(plugin, "revoked", null, [new(person.Id, subjects.SlotOf(person), categories)]);

    /// <summary>The same for everybody who had allowed it, whether or not they are still here, with one end of the process.</summary>
    public void SwitchedOff(RoomPlugin plugin, Purpose purpose, IReadOnlyList<EndedPermission> ended) =>
        End(plugin, "switchedOff", purpose.Name(), ended);

    private void End(RoomPlugin plugin, string occasion, string? purpose, IReadOnlyList<EndedPermission> ended)
    {
        var began = time.GetTimestamp();
        // Looked up for everybody before the process and the windows start anew, whose labels are empty then.
        var known = ended.Select(each => (Ended: each, Knew: Holds(plugin.Gate.Label, each), Shown: Holds(plugin.Gate.UiLabel, each))).ToList();
        if (known.Any(each => each.Shown))
            plugin.ResetFrames();
        var worker = known.Any(each => each.Knew) ? plugin.ReplaceWorkerAsync(Because) : Task.CompletedTask;
        foreach (var (each, knew, shown) in known)
        {
            var (values, disk) = plugin.Kept.Forget(Each(each.Categories), each.Subject);
            var receipt = Begun(plugin, occasion, each.Categories, knew, shown, values) with { Purpose = purpose };
            Finish(plugin, each.ParticipantId, each.Subject, receipt, new(began, worker, disk, plugin.Kept.Store), IsOver(plugin, each));
        }
    }

    /// <summary>
    /// A person refuses in another version what they had allowed the one before, which is ended for it. Call while that one runs.
    /// </summary>
    /// <returns>Call it when the other version stands in its place, with the task that completes when the process before is gone.</returns>
    public Action<RoomPlugin, Task> Refusing(RoomPlugin before, Participant person, uint categories)
    {
        var (began, ended) = (time.GetTimestamp(), new EndedPermission(person.Id, subjects.SlotOf(person), categories));
        var (knew, shown) = (Holds(before.Gate.Label, ended), Holds(before.Gate.UiLabel, ended));
        var values = before.Kept.CountOf(Each(categories), ended.Subject);
        return (fresh, worker) =>
        {
            // What rests on words that the new version changed was deleted as that one began, and belongs to this person's receipt too.
            var (_, disk) = fresh.Kept.Forget(Each(categories), ended.Subject);
            var deleted = values - fresh.Kept.CountOf(Each(categories), ended.Subject);
            var all = Task.WhenAll(disk, before.Kept.Store?.DestroyAgainAsync() ?? Task.CompletedTask);
            Finish(
                fresh, person.Id, ended.Subject, Begun(fresh, "revoked", categories, knew, shown, deleted),
                new(began, worker, all, before.Kept.Store), IsOver(fresh, ended));
        };
    }

    private static bool Holds(DataLabel label, EndedPermission ended) => Each(ended.Categories).Any(category => label.Contains(category, ended.Subject));

    /// <summary>
    /// The plugin is taken out of the room, and with it all that anybody had allowed it. Call before its process and its store are gone.
    /// </summary>
    /// <returns>Call it with the tasks that complete when they are.</returns>
    public Action<Task, Task> Removing(RoomPlugin plugin)
    {
        var began = time.GetTimestamp();
        var concerned = room.Participants.Select(person => (Person: person, Receipt: OfRemoval(plugin, subjects.SlotOf(person)))).ToList();
        return (worker, disk) =>
        {
            foreach (var (person, receipt) in concerned)
                if (receipt is not null)
                    Finish(plugin, person.Id, subjects.SlotOf(person), receipt, new(began, worker, disk, plugin.Kept.Store), static (_, _) => true);
        };
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Null: this person had allowed it nothing, and it knows nothing of theirs.</summary>
    private RevocationReceipt? OfRemoval(RoomPlugin plugin, int subject)
    {
        var allowed = 0u;
        for (var flow = 0; flow < plugin.Gate.Flows.Flows.Count; flow++)
            if (plugin.Gate.Consents.Allows(flow, subject))
                allowed |= 1u << (int)plugin.Gate.Flows.Flows[flow].Category;
        var all = new EndedPermission(null, subject, plugin.Gate.Label.Categories | plugin.Gate.UiLabel.Categories);
        var (knew, shown) = (Holds(plugin.Gate.Label, all), Holds(plugin.Gate.UiLabel, all));
        var values = plugin.Kept.CountOf(subject);
        return allowed == 0 && !knew && values == 0 ? null : Begun(plugin, "removed", allowed, knew, shown, values);
    }

    private RevocationReceipt Begun(RoomPlugin plugin, string occasion, uint categories, bool knew, bool shown, int values) => new(
        Guid.NewGuid().ToString("N"),
        plugin.Id,
        plugin.Installed.Manifest.Name,
        occasion,
        null,
        Now,
        [.. Each(categories).Select(category => category.Name())],
        "forgetting",
        null,
        knew,
        FramesReset: shown,
        values,
        KeysWait: false,
        [],
        []);

    /// <param name="person">Null, or somebody who has left: what can be done is done, and nobody is told.</param>
    private void Finish(
        RoomPlugin plugin, string? person, int subject, RevocationReceipt receipt, Ending ending, Func<DataCategory, SinkName, bool> isOver)
    {
        var (sent, requests) = SentBefore(plugin, person, subject, receipt.At, isOver);
        var open = new OpenReceipt(Receipts, person ?? string.Empty, receipt with
        {
            Sent = sent,
            Erasures = [.. requests.Select(request => new ErasureView(request.SinkId, request.Url, "asked", null, receipt.At))],
        });
        open.Show();
        _ = FollowAsync(open, ending);
        foreach (var request in requests)
            _ = AskAsync(open, request);
    }

    private (IReadOnlyList<SentView> Sent, List<ErasureRequest> Requests) SentBefore(
        RoomPlugin plugin, string? person, int subject, long at, Func<DataCategory, SinkName, bool> isOver)
    {
        var (sent, requests) = (new List<SentView>(), new List<ErasureRequest>());
        foreach (var version in plugin.Versions)
        {
            foreach (var sum in version.Gate.Sent.Take(subject, isOver))
            {
                var declared = version.Manifest.Sinks.FirstOrDefault(sink => sum.Sink == new SinkName(SinkKind.External, sink.Id));
                sent.Add(new SentView(sum.Sink.ToString(), declared?.Operator, declared?.Country, sum.First, sum.Last, sum.Count, sum.Bytes));
                // By somebody of an earlier room the sink never heard in this one.
                if (declared is not null && person is not null && ErasureRequest.Make(
                    version, broker, desk.Credentials, declared.Id, version.Pseudonyms.Of(person), subject, sum.Categories, at) is { } request)
                    requests.Add(request);
            }
        }

        return (sent, requests);
    }

    private async Task FollowAsync(OpenReceipt open, Ending ending)
    {
        await ending.Worker.ConfigureAwait(false);
        var isDestroyed = await SucceedsAsync(ending.Disk).ConfigureAwait(false);
        await desk.Memory.RunAsync().ConfigureAwait(false);
        while (!isDestroyed)
        {
            // When nobody is left to be told, the storage's own sweep goes on without this.
            var again = Task.Delay(DiskAgain, time);
            if (!room.Post(() => open.Change(receipt => receipt with { KeysWait = true })))
                return;
            await again.ConfigureAwait(false);
            isDestroyed = await SucceedsAsync(ending.Store!.DestroyAgainAsync()).ConfigureAwait(false);
        }

        var took = (long)time.GetElapsedTime(ending.Began).TotalMilliseconds;
        GateMeter.Forgotten(TimeSpan.FromMilliseconds(took));
        room.Post(() => open.Change(receipt => receipt with { State = "forgotten", TookMs = took, KeysWait = false }));
    }

    private async Task AskAsync(OpenReceipt open, ErasureRequest request)
    {
        try
        {
            var failure = await desk.Erasures.AskAsync(request).ConfigureAwait(false);
            room.Post(() => open.Answer(request.SinkId, request.Url, failure is null ? "promised" : "failed", failure, Now));
        }
        catch (OperationCanceledException)
        {
            // The host stops, and nobody is left to be told. The next start asks again.
        }
    }

    private static async Task<bool> SucceedsAsync(Task disk)
    {
        try
        {
            await disk.ConfigureAwait(false);
            return true;
        }
        catch (StorageException)
        {
            // In the operator's log already; the receipt says so.
            return false;
        }
    }

    /// <summary>What has to be over before it is forgotten.</summary>
    /// <param name="Began">A timestamp.</param>
    /// <param name="Worker">Completes when the process is gone.</param>
    /// <param name="Disk">Completes when the keys are destroyed; fails when one may still lie there.</param>
    /// <param name="Store">Null: nothing was ever stored, and <paramref name="Disk"/> does not fail.</param>
    private readonly record struct Ending(long Began, Task Worker, Task Disk, PluginStore? Store);

    private static Func<DataCategory, SinkName, bool> IsOver(RoomPlugin plugin, EndedPermission ended) => (category, sink) =>
        (ended.Categories >> (int)category & 1) != 0
        && !KeepingTerms.Needed(plugin.Gate.Flows, category, sink).All(flow => plugin.Gate.Consents.Allows(flow, ended.Subject));

    private static IEnumerable<DataCategory> Each(uint categories)
    {
        while (categories != 0)
            yield return DataLabel.TakeLowest(ref categories);
    }
}
