using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>What a plugin's server side asks for.</summary>
internal sealed class WorkerPlay(GateWorld world)
{
    private readonly GateModel _model = world.Model;

    public async Task Run(GateStep step, Action<GateStep, bool, bool> expect)
    {
        // So that rates, which are not the question here, are never reached.
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
                await Fetch(step, shape, plugin, worker, said, expect);
                break;
            case StepKind.List:
                if (shape.Declares("participants.list"))
                    _model.List(step.Plugin);
                expect(step, shape.Declares("participants.list"), await worker.AskAsync(new ListParticipantsCall()) is ParticipantList);
                break;
            case StepKind.Call:
                await Call(step, shape, plugin, worker, expect);
                break;
            default:
                await Store(step, shape, plugin, worker, expect);
                break;
        }
    }

    private async Task Fetch(GateStep step, PluginShape shape, PluginModel plugin, HostileWorker worker, string said, Action<GateStep, bool, bool> expect)
    {
        var mayLeave = shape.Declares("net.fetch") && _model.MayLeave(step.Plugin, plugin.Worker, "sink:api");
        var reply = await worker.AskAsync(new FetchCall("api", "POST", "", Uri.EscapeDataString(said), [], 0));
        // The resolver knows no host: what gets as far as that has left, for all that the gate can do.
        var left = reply is CallFailed { Code: "net.name" };
        world.Check($"{step}: {reply}", left || reply is CallRefused);
        if (left)
            world.Arrived(step.Plugin, "sink:api", worker.Seen);
        expect(step, mayLeave, left);
    }

    private async Task Store(GateStep step, PluginShape shape, PluginModel plugin, HostileWorker worker, Action<GateStep, bool, bool> expect)
    {
        var number = step.Detail % 4;
        var key = $"k{number}";
        if (step.Kind == StepKind.Read)
        {
            var label = plugin.Stored.TryGetValue(number, out var stored) ? stored : plugin.Traces;
            var reads = shape.Declares("storage.room") && _model.MayRest(step.Plugin, label, "storage.room");
            if (reads)
                plugin.Worker.UnionWith(label);
            var reply = await worker.AskAsync(new ReadStoredCall(null, key));
            world.Check($"{step}: a value is there that the model does not have, or the other way round.", reply is not StoredValue read || (read.Value is not null) == (stored is not null));
            expect(step, reads, reply is StoredValue);
            return;
        }

        var writes = shape.Declares("storage.room") && _model.MayLeave(step.Plugin, plugin.Worker, "storage.room");
        WorkerCall call = step.Kind == StepKind.Write ? new WriteStoredCall(null, key, Marks.Bytes(worker.Seen)) : new DeleteStoredCall(null, key);
        var seen = worker.Seen;
        var passed = await worker.AskAsync(call) is CallDone;
        if (passed)
            world.Arrived(step.Plugin, "storage.room", seen);
        if (writes)
        {
            plugin.Traces.UnionWith(plugin.Worker);
            plugin.Stored.Remove(number);
            if (step.Kind == StepKind.Write)
                plugin.Stored.Add(number, [.. plugin.Worker]);
        }

        expect(step, writes, passed);
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

        var before = worker.Seen;
        var reply = await worker.AskAsync(new CallPluginCall(other.Id, "ask", Marks.Bytes(before)));
        var went = reply is PluginCallResult or CallFailed { Code: "plugin.withheld" };
        if (went)
            world.Arrived(step.Plugin, $"plugin:{other.Id}", before);
        if (reply is PluginCallResult result)
            world.Arrived(number, $"plugin:{shape.Id}", Marks.In(result.Data));
        expect(step, goes, went);
        expect(step, comes, reply is PluginCallResult);
    }

    private bool MayPass(int from, PluginModel speaker, int to, PluginShape hearer) =>
        _model.MayLeave(from, speaker.Worker, $"plugin:{hearer.Id}") && speaker.Worker.All(tag => _model.MayEnter(to, tag));
}
