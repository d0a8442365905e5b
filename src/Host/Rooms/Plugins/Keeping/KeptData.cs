using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Rooms.Plugins.Keeping;

/// <summary>
/// What one plugin stores in one room, in the gate's terms. Its labels name people by <see cref="SubjectId"/>, the gate's by slot.
/// </summary>
/// <remarks>
/// <para>A person who has left keeps their slot and the choices that they left with until the room ends, so what they let be stored stays
/// as usable as they left it, and nobody else can be taken for them.</para>
/// <para>When the room has ended, so have its choices. What outlives it was stored under the flows that everyone concerned had allowed, and
/// is deleted when one of them takes that back. So in the next room of the same name its subjects are given slots of their own that
/// allow exactly those flows and no other, as long as the manifest's words for them are the same. Optional flows that they may have
/// allowed besides are not taken over, and if any word differs the value is deleted.</para>
/// </remarks>
internal sealed class KeptData(RoomPlugin plugin, RoomPluginContext context)
{
    private static readonly SinkName[] Sinks = [SinkName.StorageRoom, SinkName.StorageUser];

    /// <summary>Null until <see cref="Open"/>: what has no server side stores nothing.</summary>
    public PluginStore? Store { get; private set; }

    /// <summary>Before the worker starts, and after the choices of a version before were taken over.</summary>
    public void Open()
    {
        Store = context.Store.Of(plugin.Id);
        _ = Store.RetainAsync(IsStillAgreed);
        Store.Inherit(Inherit);
    }

    /// <summary>A person took a permission back: deletes their data of these categories where they no longer allow it to be kept.</summary>
    /// <returns>How many values, for their receipt; the task completes when their keys are destroyed.</returns>
    public (int Count, Task Destroyed) Forget(IEnumerable<DataCategory> categories, int subject)
    {
        var (count, destroyed) = (0, new List<Task>());
        foreach (var (category, sink) in categories.SelectMany(category => Sinks.Select(sink => (category, sink))))
        {
            // Where no flow leads, nothing may be kept, and a version before may have left what is known of it.
            var needed = KeepingTerms.Needed(plugin.Gate.Flows, category, sink).ToList();
            if (Store is null || (needed.Count > 0 && needed.TrueForAll(flow => plugin.Gate.Consents.Allows(flow, subject))))
                continue;
            var (values, gone) = Store.Forget(sink.Kind, new StorageTag(category, context.Subjects.IdOf(subject)));
            count += values;
            destroyed.Add(gone);
        }

        return (count, Task.WhenAll(destroyed));
    }

    /// <summary>How many values hold, or may hold, data of this person.</summary>
    public int CountOf(int subject) => Store?.CountOf(context.Subjects.IdOf(subject)) ?? 0;

    /// <summary>The same of these categories.</summary>
    public int CountOf(IEnumerable<DataCategory> categories, int subject) =>
        Store?.CountOf([.. categories.Select(category => new StorageTag(category, context.Subjects.IdOf(subject)))]) ?? 0;

    public IReadOnlySet<StorageTag> TagsOf(DataLabel label)
    {
        var tags = new HashSet<StorageTag>();
        for (var rest = label.Categories; rest != 0;)
        {
            var category = DataLabel.TakeLowest(ref rest);
            foreach (var subject in label.SubjectsOf(category).ToList())
                tags.Add(new(category, context.Subjects.IdOf(subject)));
        }

        return tags;
    }

    public DataLabel LabelOf(IReadOnlySet<StorageTag> tags)
    {
        var label = new DataLabel();
        foreach (var tag in tags)
            label.Add(tag.Category, context.Subjects.SlotOf(tag.Subject));
        return label;
    }

    public string TermsOf(SinkName sink, uint categories) => KeepingTerms.Of(plugin.Gate.Flows, sink, categories);

    private bool IsStillAgreed(StoredEntry entry) => entry.Terms == TermsOf(new SinkName(entry.Scope.Sink), CategoriesOf(entry));

    private bool Inherit(StoredEntry entry)
    {
        if (!IsStillAgreed(entry))
            return false;
        foreach (var tag in entry.Label)
            foreach (var flow in KeepingTerms.Needed(plugin.Gate.Flows, tag.Category, SinkName.StorageRoom))
                plugin.Gate.Consents.Set(flow, context.Subjects.SlotOf(tag.Subject), ConsentChoice.Allow);
        return true;
    }

    private static uint CategoriesOf(StoredEntry entry) => entry.Label.Aggregate(0u, (bits, tag) => bits | (1u << (int)tag.Category));
}
