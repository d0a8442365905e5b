using PluginRoom.Host.Rooms;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>What one person does, and what the frames in their browser do.</summary>
internal sealed class PersonPlay(GateWorld world, Participant person, int subject)
{
    private readonly GateModel _model = world.Model;

    public Task Run(GateStep step, Action<GateStep, bool, bool> expect)
    {
        var (shape, plugin) = (world.Shapes[step.Plugin], _model.Plugins[step.Plugin]);
        return step.Kind switch
        {
            StepKind.AllowAll => Decide(step.Plugin, shape.Flows, allow: true),
            StepKind.Allow => shape.Flows.Count == 0 ? Task.CompletedTask : Decide(step.Plugin, [shape.Flows[step.Detail % shape.Flows.Count]], allow: true),
            StepKind.Refuse => shape.Flows.Count == 0 ? Task.CompletedTask : Decide(step.Plugin, [shape.Flows[step.Detail % shape.Flows.Count]], allow: false),
            StepKind.Chat => Chat(step, shape, plugin, expect),
            StepKind.Input => Input(step, shape, plugin, expect),
            StepKind.StaleInput => StaleInput(step, shape, expect),
            StepKind.Offer => Offer(step, shape, plugin, expect),
            StepKind.ShowFile => ShowFile(step, shape, plugin, expect),
            StepKind.Answer => Answer(step, plugin, expect),
            _ => Channel(step, shape, plugin, expect),
        };
    }

    private async Task Decide(int number, IReadOnlyList<FlowShape> flows, bool allow)
    {
        var shape = world.Shapes[number];
        var keys = world.Views[number].Flows;
        _model.Choose(number, flows, subject, allow);
        var choices = flows.Select(flow => new FlowChoice(keys.Single(key => key.Data == flow.Data.Name() && key.To == flow.To).Key, allow ? "allow" : "refuse"));
        var reply = await world.Do(plugins => plugins.Decide(person, new ConsentRequest(shape.Id, [.. choices])));
        _model.Settle(number);
        world.Check($"Deciding failed: {reply.Error?.Message}", reply.Error is null);
    }

    /// <summary>To a version that waits: yes to all, yes to all but one, nothing for one, or nothing at all.</summary>
    private async Task Answer(GateStep step, PluginModel plugin, Action<GateStep, bool, bool> expect)
    {
        var (waiting, id) = (plugin.Waiting, world.Shapes[step.Plugin].Id);
        var flows = waiting?.Shape.Flows ?? [];
        var one = flows.Count == 0 ? null : flows[step.Detail / 4 % flows.Count];
        (FlowShape Flow, string Choice)[] choices = (step.Detail % 4) switch
        {
            0 => [.. flows.Select(flow => (flow, "allow"))],
            1 => [.. flows.Select(flow => (flow, flow == one ? "refuse" : "allow"))],
            2 => [.. flows.Where(flow => flow == one).Select(flow => (flow, "unset"))],
            _ => [],
        };
        var views = world.Views[step.Plugin].Update?.Flows ?? [];
        waiting?.Answers[subject] = [.. choices.Select(each => (each.Flow, each.Choice == "allow"))];
        _model.Settle(step.Plugin);
        var answer = choices.Select(each => new FlowChoice(views.Single(view => view.Data == each.Flow.Data.Name() && view.To == each.Flow.To).Key, each.Choice));
        var reply = await world.Do(plugins => plugins.AnswerUpdate(person, new UpdateAnswer(id, waiting?.Shape.Hash ?? "none", [.. answer])));
        expect(step, waiting is not null, reply.Error is null);
    }

    private async Task Chat(GateStep step, PluginShape shape, PluginModel plugin, Action<GateStep, bool, bool> expect)
    {
        var tag = new Tag(DataCategory.ContentChat, subject);
        var expected = shape.Declares("chat.read") && _model.MayEnter(step.Plugin, tag);
        if (expected)
            plugin.Worker.Add(tag);
        var reply = await world.Do(plugins => plugins.Deliveries.Chat(person, new ChatDelivery([shape.Id], "m", Marks.Of(tag))));
        expect(step, expected, reply.Error is null);
    }

    private async Task Input(GateStep step, PluginShape shape, PluginModel plugin, Action<GateStep, bool, bool> expect)
    {
        var tag = new Tag(DataCategory.PluginInput, subject);
        var expected = shape.Declares("ui.panel") && _model.MayEnter(step.Plugin, tag) && _model.MayRest(step.Plugin, plugin.Frames, "ui");
        if (expected)
            plugin.Worker.UnionWith([tag, .. plugin.Frames]);
        expect(step, expected, await Send(step.Plugin, world.Frames[step.Plugin].Generation, [tag, .. world.Frames[step.Plugin].Seen]));
    }

    private async Task StaleInput(GateStep step, PluginShape shape, Action<GateStep, bool, bool> expect)
    {
        var (generation, seen) = world.Frames[step.Plugin].Stale;
        expect(step, false, await Send(step.Plugin, generation, [new(DataCategory.PluginInput, subject), .. seen]));
        var offer = await world.Do(plugins => plugins.OfferFile(person, new FileOffer(shape.Id, generation, "file", 1)));
        var channel = await world.Do(plugins => plugins.OpenChannel(person, new ChannelRequest(shape.Id, generation, "line", 0, 0)));
        world.Check("A stale frame offered a file.", offer.Error is not null);
        world.Check("A stale frame opened a channel.", channel.Error is not null);
    }

    private async Task<bool> Send(int plugin, int generation, IEnumerable<Tag> tags)
    {
        var input = new PluginInput(world.Shapes[plugin].Id, generation, Convert.ToBase64String(Marks.Bytes(tags)));
        return (await world.Do(plugins => plugins.SendInput(person, input))).Error is null;
    }

    private async Task Offer(GateStep step, PluginShape shape, PluginModel plugin, Action<GateStep, bool, bool> expect)
    {
        var frames = world.Frames[step.Plugin];
        var expected = shape.Declares("files.offer") && _model.MayLeave(step.Plugin, plugin.Frames, "download");
        var passed = (await world.Do(plugins => plugins.OfferFile(person, new FileOffer(shape.Id, frames.Generation, "file", 1)))).Error is null;
        if (passed)
            world.Arrived(step.Plugin, "download", frames.Seen);
        expect(step, expected, passed);
    }

    /// <summary>Files that this person chose, past the process to the frame in their own page.</summary>
    private async Task ShowFile(GateStep step, PluginShape shape, PluginModel plugin, Action<GateStep, bool, bool> expect)
    {
        var tag = new Tag(DataCategory.ContentFile, subject);
        var frames = world.Frames[step.Plugin];
        var expected = shape.Declares("files.pick") && _model.MayRest(step.Plugin, [tag], "ui");
        var shown = new FilesShown(shape.Id, frames.Generation, [new HandedFile("file", "text/plain", 1)]);
        var passed = (await world.Do(plugins => plugins.Handovers.Show(person, shown))).Error is null;
        if (passed)
        {
            world.Arrived(step.Plugin, "ui", [tag]);
            frames.See([tag]);
        }

        if (expected)
            plugin.Frames.Add(tag);
        expect(step, expected, passed);
    }

    private async Task Channel(GateStep step, PluginShape shape, PluginModel plugin, Action<GateStep, bool, bool> expect)
    {
        var tag = new Tag(DataCategory.PluginInput, subject);
        var frames = world.Frames[step.Plugin];
        var expected = shape.Declares("channel.open") && _model.MayRest(step.Plugin, [tag], "ui");
        var passed = (await world.Do(plugins => plugins.OpenChannel(person, new ChannelRequest(shape.Id, frames.Generation, "line", 0, 0)))).Error is null;
        if (passed)
        {
            world.Arrived(step.Plugin, "ui", [tag]);
            frames.See([tag]);
        }

        if (expected)
            plugin.Frames.Add(tag);
        expect(step, expected, passed);
    }
}
