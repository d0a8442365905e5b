using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>What a plugin's server side asks for.</summary>
internal sealed class WorkerPlay(GateWorld world)
{
    private readonly GateModel _model = world.Model;

    public async Task Run(GateStep step, Action<GateStep, bool, bool> expect)
    {
        await world.Do(_ => true);
        var (shape, plugin, worker) = (world.Shapes[step.Plugin], _model.Plugins[step.Plugin], world.WorkerOf(step.Plugin));
        var said = Marks.All(worker.Seen) + ".";
        switch (step.Kind)
        {
            case StepKind.Show:
                var shows = shape.Declares("ui.panel") && _model.MayRest(step.Plugin, plugin.Worker, "ui");
                if (shows)
                    plugin.Frames.UnionWith(plugin.Worker);
                expect(step, shows, await worker.ShowAsync() is CallDone);
                break;
            case StepKind.Post:
                var posts = shape.Declares("chat.send") && _model.MayLeave(step.Plugin, plugin.Worker, "room");
                expect(step, posts, await worker.AskAsync(new SendChatCall(said)) is CallDone);
                break;
            case StepKind.Fetch:
                var leaves = shape.Declares("net.fetch") && _model.MayLeave(step.Plugin, plugin.Worker, "sink:api");
                expect(step, leaves, await worker.AskAsync(HostileWorker.Fetch(said)) is CallFailed { Code: "net.name" });
                break;
            case StepKind.List:
                if (shape.Declares("participants.list"))
                    _model.List(step.Plugin);
                expect(step, shape.Declares("participants.list"), await worker.AskAsync(new ListParticipantsCall()) is ParticipantList);
                break;
            case StepKind.Media:
                await Media(step, shape, plugin, worker, expect);
                break;
            case StepKind.Webhook:
                await new WebhookPlay(world).Run(step, expect);
                break;
            default:
                await Call(step, shape, plugin, worker, expect);
                break;
        }
    }

    /// <summary>This host can carry no stream, and says so only where it would have been allowed.</summary>
    private async Task Media(GateStep step, PluginShape shape, PluginModel plugin, HostileWorker worker, Action<GateStep, bool, bool> expect)
    {
        if (step.Detail % 3 == 0)
        {
            var publishes = shape.Declares("media.publish") && _model.MayLeave(step.Plugin, plugin.Worker, "room");
            expect(step, publishes, await worker.AskAsync(new PublishMediaCall("audio")) is CallFailed { Code: "media.no-peer" });
        }
        else if (world.Seats[step.Person] is { Subject: var subject })
        {
            var tag = new Tag(DataCategory.ContentAudio, subject);
            var receives = shape.Declares("media.audio.receive") && _model.MayEnter(step.Plugin, tag);
            if (receives)
                _model.UseUp(step.Plugin, tag);
            var reply = await worker.AskAsync(new ReceiveMediaCall(world.PseudonymOf(step.Plugin, step.Person), "audio"));
            expect(step, receives, reply is CallFailed { Code: "media.no-peer" });
        }
    }

    private async Task Call(GateStep step, PluginShape shape, PluginModel caller, HostileWorker worker, Action<GateStep, bool, bool> expect)
    {
        var number = (step.Plugin + 1 + (step.Detail % (world.Shapes.Count - 1))) % world.Shapes.Count;
        var (other, callee) = (world.Shapes[number], _model.Plugins[number]);
        var goes = shape.Declares("plugin.call") && other.IsCallable && MayPass(step.Plugin, caller, number, other);
        if (goes)
            callee.Worker.UnionWith(caller.Worker);
        var comes = goes && MayPass(number, callee, step.Plugin, shape);
        if (comes)
            caller.Worker.UnionWith(callee.Worker);

        var reply = await worker.AskAsync(new CallPluginCall(other.Id, "ask", Marks.Bytes(worker.Seen)));
        if (reply is PluginCallResult result)
            world.Arrived(number, $"plugin:{shape.Id}", Marks.In(result.Data));
        expect(step, goes, reply is PluginCallResult or CallFailed { Code: "plugin.withheld" });
        expect(step, comes, reply is PluginCallResult);
    }

    private bool MayPass(int from, PluginModel speaker, int to, PluginShape hearer) =>
        _model.MayLeave(from, speaker.Worker, $"plugin:{hearer.Id}") && speaker.Worker.All(tag => _model.MayEnter(to, tag));
}
