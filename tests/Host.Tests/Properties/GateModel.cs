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
internal sealed class GateModel(IEnumerable<PluginShape> first)
{
    private readonly HashSet<(int Plugin, FlowShape Flow, int Subject)> _allowed = [];

    /// <summary>Of the versions that run.</summary>
    public PluginShape[] Shapes { get; } = [.. first];

    public PluginModel[] Plugins { get; private set; } = [.. first.Select(_ => new PluginModel())];

    /// <summary>Subjects who are in the room. Numbers are given in the order of coming, and whoever has been here longest moderates.</summary>
    public SortedSet<int> Present { get; } = [];

    public bool Allows(int plugin, FlowShape flow, int subject) => _allowed.Contains((plugin, flow, subject));

    public bool Allows(int plugin, string to, Tag tag) =>
        Shapes[plugin].Flows.Any(flow => flow.Data == tag.Data && flow.To == to && Allows(plugin, flow, tag.Subject));

    public bool AllowsAnything(int plugin, int subject) => Shapes[plugin].Flows.Any(flow => Allows(plugin, flow, subject));

    /// <summary>Every flow of it that is not optional, and at least one.</summary>
    public bool MayEnter(int plugin, Tag tag)
    {
        var flows = Shapes[plugin].Flows.Where(flow => flow.Data == tag.Data).ToList();
        return flows.Any(flow => Allows(plugin, flow, tag.Subject)) && flows.All(flow => flow.Optional || Allows(plugin, flow, tag.Subject));
    }

    public bool MayLeave(int plugin, IEnumerable<Tag> tags, string to) => tags.All(tag => Allows(plugin, to, tag));

    /// <summary>A place from which it comes back into the plugin: there, and at the door.</summary>
    public bool MayRest(int plugin, IEnumerable<Tag> tags, string place) => tags.All(tag => Allows(plugin, place, tag) && MayEnter(plugin, tag));

    public void Choose(int plugin, IEnumerable<FlowShape> flows, int subject, bool allow)
    {
        var revoked = new HashSet<Tag>();
        foreach (var flow in flows)
        {
            if (allow)
                _allowed.Add((plugin, flow, subject));
            else if (_allowed.Remove((plugin, flow, subject)))
                revoked.Add(new(flow.Data, subject));
        }

        foreach (var tag in revoked)
            ForgetStored(plugin, tag);
        if (revoked.Any(Plugins[plugin].Frames.Contains))
            Plugins[plugin].Frames.Clear();
        if (revoked.Any(Plugins[plugin].Worker.Contains))
            EndWorker(plugin);
    }

    /// <summary>Its last words, on the way when it was ended, are words like any others.</summary>
    public void EndWorker(int plugin)
    {
        if (Shapes[plugin].Declares("ui.panel") && MayRest(plugin, Plugins[plugin].Worker, "ui"))
            Plugins[plugin].Frames.UnionWith(Plugins[plugin].Worker);
        Plugins[plugin].Worker.Clear();
        Plugins[plugin].Question = null;
    }

    /// <summary>A yes to a stream counts once, whatever becomes of it.</summary>
    public void UseUp(int plugin, Tag tag) =>
        _allowed.RemoveWhere(choice => choice.Plugin == plugin && choice.Subject == tag.Subject && choice.Flow.Data == tag.Data && choice.Flow.To != "download");

    /// <summary>People whom frames are shown without anybody asking.</summary>
    public void ShowPeople()
    {
        for (var plugin = 0; plugin < Shapes.Length; plugin++)
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
            if (Shapes[plugin].Declares("participants.profile.read") && MayEnter(plugin, new(DataCategory.IdentityProfile, subject)))
                Plugins[plugin].Worker.Add(new(DataCategory.IdentityProfile, subject));
        }
    }

    /// <summary>There is another version: it waits where it differs in something that people decided on, and takes the place of one that waited.</summary>
    public void Offer(int plugin, PluginShape shape)
    {
        Plugins[plugin].Waiting = null;
        if (shape.Hash == Shapes[plugin].Hash)
            return;
        if (shape.DiffersFrom(Shapes[plugin]))
            Plugins[plugin].Waiting = new(shape);
        else
            Switch(plugin, shape, []);
        Settle(plugin);
    }

    /// <summary>The version that waits takes its turn when everybody who is here and allows the one that runs anything has answered.</summary>
    public void Settle(int plugin)
    {
        if (Plugins[plugin].Waiting is { } waiting
            && Present.All(subject => waiting.Answers.ContainsKey(subject) || !AllowsAnything(plugin, subject)))
            Switch(plugin, waiting.Shape, waiting.Answers.SelectMany(answer => answer.Value.Select(each => (answer.Key, each.Flow, each.Allow))));
    }

    public void Leave(int subject)
    {
        Present.Remove(subject);
        for (var plugin = 0; plugin < Plugins.Length; plugin++)
        {
            Plugins[plugin].Waiting?.Answers.Remove(subject);
            Settle(plugin);
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
        _allowed.Clear();
        Plugins = [.. Plugins.Select((plugin, number) => number == 0 ? new() : plugin.Lasting())];
        for (var plugin = 0; plugin < Plugins.Length; plugin++)
            foreach (var tag in Plugins[plugin].Stored.Values.SelectMany(tags => tags))
                foreach (var flow in Shapes[plugin].Terms(tag.Data, "storage.room"))
                    _allowed.Add((plugin, flow, tag.Subject));
    }

    /// <summary>
    /// Another version stands in the place of one: what people chose holds where its words are the same, their answers come on top, what was
    /// stored on other words is gone, and so are process and windows.
    /// </summary>
    /// <param name="answers">Of people who are here, all that they said.</param>
    private void Switch(int plugin, PluginShape now, IEnumerable<(int Subject, FlowShape Flow, bool Allow)> answers)
    {
        var before = Shapes[plugin];
        var allowed = _allowed.Where(choice => choice.Plugin == plugin).ToHashSet();
        var kept = Plugins[plugin].KeptOn(place => tag => before.Terms(tag.Data, place).SetEquals(now.Terms(tag.Data, place)));
        (Shapes[plugin], Plugins[plugin]) = (now, kept);
        _allowed.ExceptWith(allowed);
        _allowed.UnionWith(allowed.Where(choice => now.Flows.Contains(choice.Flow)));
        var revoked = new HashSet<Tag>();
        foreach (var (subject, flow, allow) in answers)
        {
            _allowed.Remove((plugin, flow, subject));
            if (allow)
                _allowed.Add((plugin, flow, subject));
            else if (allowed.Any(old => old.Subject == subject && old.Flow.Data == flow.Data && old.Flow.To == flow.To))
                revoked.Add(new(flow.Data, subject));
        }

        foreach (var tag in revoked)
            ForgetStored(plugin, tag);
    }

    private void ForgetStored(int number, Tag tag)
    {
        foreach (var place in PluginModel.Places)
            if (!MayRest(number, [tag], place))
                Plugins[number].Forget(place, tag);
    }

    private void ShowPerson(int plugin, int subject)
    {
        var (pseudonym, input, profile) = (
            new Tag(DataCategory.IdentityPseudonym, subject), new Tag(DataCategory.PluginInput, subject), new Tag(DataCategory.IdentityProfile, subject));
        var isListed = Shapes[plugin].Declares("participants.list") && MayRest(plugin, [pseudonym], "ui");
        var isHeard = Shapes[plugin].Declares("ui.panel") && MayRest(plugin, [input], "ui");
        if (isListed)
            Plugins[plugin].Frames.Add(pseudonym);
        if (isHeard)
            Plugins[plugin].Frames.Add(input);
        if ((isListed || isHeard) && Shapes[plugin].Declares("participants.profile.read") && MayRest(plugin, [profile], "ui"))
            Plugins[plugin].Frames.Add(profile);
    }
}
