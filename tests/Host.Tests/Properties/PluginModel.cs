namespace PluginRoom.Host.Tests.Properties;

/// <summary>Where a value lies: of which person, or null for the room's, and under which key.</summary>
internal readonly record struct Slot(int? Person, int Key)
{
    public string Place => Person is null ? PluginModel.Places[0] : PluginModel.Places[1];
}

/// <summary>Whose data is in the hands of which part of one plugin.</summary>
internal sealed class PluginModel
{
    public static readonly string[] Places = ["storage.room", "storage.user"];

    public HashSet<Tag> Worker { get; } = [];

    public HashSet<Tag> Frames { get; } = [];

    public Dictionary<Slot, HashSet<Tag>> Stored { get; } = [];

    /// <summary>Of all that was written or deleted there: whose data what is not there may tell about.</summary>
    public HashSet<(int? Person, Tag Tag)> Traces { get; } = [];

    public WaitingVersion? Waiting { get; set; }

    /// <summary>What this process waits for a person's answer to.</summary>
    public object? Question { get; set; }

    /// <summary>It has asked for the address of its webhook.</summary>
    public bool HasHook { get; set; }

    public HashSet<Tag> TracesOf(int? person) => [.. Traces.Where(trace => trace.Person == person).Select(trace => trace.Tag)];

    public void Write(Slot slot)
    {
        Delete(slot);
        Stored.Add(slot, [.. Worker]);
    }

    public void Delete(Slot slot)
    {
        Traces.UnionWith(Worker.Select(tag => (slot.Person, tag)));
        Stored.Remove(slot);
    }

    public void Forget(string place, Tag tag)
    {
        Traces.RemoveWhere(trace => trace.Tag == tag && new Slot(trace.Person, 0).Place == place);
        foreach (var slot in Stored.Where(entry => entry.Key.Place == place && entry.Value.Contains(tag)).Select(entry => entry.Key).ToList())
            Stored.Remove(slot);
    }

    /// <summary>Another process and other windows, with those of the values that rest on flows which still say the same.</summary>
    public PluginModel KeptOn(Func<string, Predicate<Tag>> isSame) => With(
        Stored.Where(entry => entry.Value.All(tag => isSame(entry.Key.Place)(tag))), Traces);

    /// <summary>What holds nobody's data ends with the room, and so does what is kept for one person, who will be nobody there.</summary>
    public PluginModel Lasting() => With(Stored.Where(entry => entry.Key.Person is null && entry.Value.Count > 0), null);

    // Where anything went, what the rest says is all that is known of what was there.
    private PluginModel With(IEnumerable<KeyValuePair<Slot, HashSet<Tag>>> stored, HashSet<(int?, Tag)>? traces)
    {
        var fresh = new PluginModel();
        foreach (var (slot, tags) in stored)
            fresh.Stored.Add(slot, tags);
        fresh.Traces.UnionWith(traces is not null && fresh.Stored.Count == Stored.Count
            ? traces
            : fresh.Stored.SelectMany(entry => entry.Value.Select(tag => (entry.Key.Person, tag))));
        return fresh;
    }
}

/// <summary>A version that waits, and the answers that it has by subject.</summary>
internal sealed record WaitingVersion(PluginShape Shape)
{
    public Dictionary<int, IReadOnlyList<(FlowShape Flow, bool Allow)>> Answers { get; } = [];
}
