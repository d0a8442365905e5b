using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>One kind of one person's data.</summary>
internal readonly record struct Tag(DataCategory Data, int Subject)
{
    public override string ToString() => $"{Data.Name()} of {Subject}";
}

/// <summary>
/// The rules once more, as plainly as they can be said: for everything that holds bytes, the set of whose data of which kind they may stem
/// from. Shares no code with the host but the names of categories.
/// </summary>
internal sealed class GateModel(IReadOnlyList<PluginShape> shapes)
{
    private readonly HashSet<(int Plugin, FlowShape Flow, int Subject)> _allowed = [];

    public PluginModel[] Plugins { get; private set; } = [.. shapes.Select(_ => new PluginModel())];

    /// <summary>Subjects who are in the room.</summary>
    public HashSet<int> Present { get; } = [];

    public bool Allows(int plugin, FlowShape flow, int subject) => _allowed.Contains((plugin, flow, subject));

    public bool Allows(int plugin, string to, Tag tag) =>
        shapes[plugin].Flows.Any(flow => flow.Data == tag.Data && flow.To == to && Allows(plugin, flow, tag.Subject));

    /// <summary>Every flow of it that is not optional, and at least one.</summary>
    public bool MayEnter(int plugin, Tag tag)
    {
        var flows = shapes[plugin].Flows.Where(flow => flow.Data == tag.Data).ToList();
        return flows.Any(flow => Allows(plugin, flow, tag.Subject)) && flows.All(flow => flow.Optional || Allows(plugin, flow, tag.Subject));
    }

    public bool MayLeave(int plugin, IEnumerable<Tag> tags, string to) => tags.All(tag => Allows(plugin, to, tag));

    /// <summary>A place from which it comes back into the plugin: there, and at the door.</summary>
    public bool MayRest(int plugin, IEnumerable<Tag> tags, string place) => tags.All(tag => Allows(plugin, place, tag) && MayEnter(plugin, tag));

    public void Choose(int plugin, IEnumerable<FlowShape> flows, int subject, bool allow)
    {
        var revoked = new HashSet<DataCategory>();
        foreach (var flow in flows)
        {
            if (allow)
                _allowed.Add((plugin, flow, subject));
            else if (_allowed.Remove((plugin, flow, subject)))
                revoked.Add(flow.Data);
        }

        var tags = revoked.Select(data => new Tag(data, subject)).ToList();
        foreach (var tag in tags)
            ForgetStored(plugin, tag);
        if (tags.Any(Plugins[plugin].Frames.Contains))
            Plugins[plugin].Frames.Clear();
        if (tags.Any(Plugins[plugin].Worker.Contains))
            EndWorker(plugin);
    }

    /// <summary>Its last words, on the way when it was ended, are words like any others.</summary>
    public void EndWorker(int plugin)
    {
        if (shapes[plugin].Declares("ui.panel") && MayRest(plugin, Plugins[plugin].Worker, "ui"))
            Plugins[plugin].Frames.UnionWith(Plugins[plugin].Worker);
        Plugins[plugin].Worker.Clear();
    }

    /// <summary>People whom frames are shown without anybody asking.</summary>
    public void ShowPeople()
    {
        for (var plugin = 0; plugin < shapes.Count; plugin++)
            foreach (var subject in Present)
                ShowPerson(plugin, subject);
    }

    /// <summary>The list of people, as the worker asks for it.</summary>
    public void List(int plugin)
    {
        foreach (var subject in Present)
        {
            if (!MayEnter(plugin, new(DataCategory.IdentityPseudonym, subject)))
                continue;
            Plugins[plugin].Worker.Add(new(DataCategory.IdentityPseudonym, subject));
            if (shapes[plugin].Declares("participants.profile.read") && MayEnter(plugin, new(DataCategory.IdentityProfile, subject)))
                Plugins[plugin].Worker.Add(new(DataCategory.IdentityProfile, subject));
        }
    }

    /// <summary>The plugin was taken out and is added again: everybody is asked anew, and what it kept is gone.</summary>
    public void ReAdd(int plugin)
    {
        Plugins[plugin] = new();
        _allowed.RemoveWhere(choice => choice.Plugin == plugin);
    }

    /// <summary>Everybody is gone. What is left is what may outlive the room, under exactly the flows that it was stored by.</summary>
    public void EndRoom()
    {
        var left = Plugins.Select((plugin, number) => plugin.Stored
            .Where(entry => number > 0 && entry.Value.Count > 0).ToDictionary(entry => entry.Key, entry => entry.Value)).ToList();
        Present.Clear();
        _allowed.Clear();
        Plugins = [.. left.Select(stored => new PluginModel(stored))];
        for (var plugin = 0; plugin < Plugins.Length; plugin++)
            foreach (var tag in Plugins[plugin].Traces)
                foreach (var flow in shapes[plugin].Flows.Where(flow => flow.Data == tag.Data && (!flow.Optional || flow.To == "storage.room")))
                    _allowed.Add((plugin, flow, tag.Subject));
    }

    private void ForgetStored(int number, Tag tag)
    {
        var plugin = Plugins[number];
        if (!(Allows(number, "storage.room", tag) && MayEnter(number, tag)))
        {
            plugin.Traces.Remove(tag);
            foreach (var key in plugin.Stored.Where(entry => entry.Value.Contains(tag)).Select(entry => entry.Key).ToList())
                plugin.Stored.Remove(key);
        }
    }

    private void ShowPerson(int plugin, int subject)
    {
        var (pseudonym, input, profile) = (
            new Tag(DataCategory.IdentityPseudonym, subject), new Tag(DataCategory.PluginInput, subject), new Tag(DataCategory.IdentityProfile, subject));
        var isListed = shapes[plugin].Declares("participants.list") && MayRest(plugin, [pseudonym], "ui");
        var isHeard = shapes[plugin].Declares("ui.panel") && MayRest(plugin, [input], "ui");
        if (isListed)
            Plugins[plugin].Frames.Add(pseudonym);
        if (isHeard)
            Plugins[plugin].Frames.Add(input);
        if ((isListed || isHeard) && shapes[plugin].Declares("participants.profile.read") && MayRest(plugin, [profile], "ui"))
            Plugins[plugin].Frames.Add(profile);
    }
}

/// <summary>Whose data is in the hands of which part of one plugin.</summary>
internal sealed class PluginModel
{
    public PluginModel(Dictionary<int, HashSet<Tag>>? stored = null)
    {
        Stored = stored ?? [];
        Traces = [.. Stored.Values.SelectMany(tags => tags)];
    }

    public HashSet<Tag> Worker { get; } = [];

    public HashSet<Tag> Frames { get; } = [];

    /// <summary>By key.</summary>
    public Dictionary<int, HashSet<Tag>> Stored { get; }

    /// <summary>Of all that was written or deleted: whose data what is not there may tell about.</summary>
    public HashSet<Tag> Traces { get; }
}
