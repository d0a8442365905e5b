using PluginRoom.Host.Storage;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>
/// Plays one case in a world. Each step says what the model expects, does it for real, and compares: nothing more passes than the model
/// lets pass, and nothing less.
/// </summary>
internal sealed class GatePlay(GateWorld world)
{
    private readonly GateModel _model = world.Model;
    private AskPlay? _open;

    // Steps that people or plugins could really take, and those of them that the gate let through.
    private (int Taken, int Passed) Count { get; set; }

    /// <returns>What was breached first, or null.</returns>
    public static async Task<(int Taken, int Passed, string? Breach)> Through(GateCase gate, HostStorage storage, string folder)
    {
        await using var world = new GateWorld(gate.Plugins, storage, folder);
        var play = new GatePlay(world);
        await play.Start();
        foreach (var step in gate.Steps)
        {
            await play.Take(step);
            if (!world.Breaches.IsEmpty)
                return (play.Count.Taken, play.Count.Passed, $"After {step}:\n{string.Join('\n', world.Breaches)}");
        }

        return (play.Count.Taken, play.Count.Passed, null);
    }

    private async Task Start()
    {
        for (var seat = 0; seat < world.Seats.Length; seat++)
            await world.Join(seat);
        for (var plugin = 0; plugin < world.Shapes.Count; plugin++)
            await world.Add(plugin);
    }

    private async Task Take(GateStep step)
    {
        var answered = _open;
        _open = null;
        await Run(step);
        await world.Settle();
        if (answered is not null)
        {
            await answered.Answer(Expect);
            await world.Settle();
        }

        _model.ShowPeople();
        Compare(step);
    }

    // The host's own books are not asked: what hostile parts really hold must be within what the model says that they may hold.
    private void Compare(GateStep step)
    {
        for (var plugin = 0; plugin < world.Shapes.Count; plugin++)
        {
            var (worker, frames) = (world.WorkerOf(plugin).Seen, world.Frames[plugin].Seen);
            world.Check($"After {step}, worker {plugin} holds what the model did not let in.", _model.Plugins[plugin].Worker.IsSupersetOf(worker));
            world.Check($"After {step}, frames {plugin} hold what the model did not let in.", _model.Plugins[plugin].Frames.IsSupersetOf(frames));
        }
    }

    private Task Run(GateStep step) => step.Kind switch
    {
        StepKind.ComeOrGo => ComeOrGo(step.Person),
        StepKind.EndRoom => EndRoom(),
        StepKind.ReAdd => ReAdd(step.Plugin),
        StepKind.Crash => Crash(step.Plugin),
        StepKind.Update => Update(step),
        StepKind.Write or StepKind.Read or StepKind.Delete => new StorePlay(world).Run(step, Expect),
        StepKind.Show or StepKind.Post or StepKind.Fetch or StepKind.Call or StepKind.List or StepKind.Media or StepKind.Webhook =>
            new WorkerPlay(world).Run(step, Expect),
        StepKind.Ask => Ask(step),
        _ => world.Seats[step.Person] is { } seat ? new PersonPlay(world, seat.Person, seat.Subject).Run(step, Expect) : Task.CompletedTask,
    };

    private void Expect(GateStep step, bool expected, bool passed)
    {
        Count = (Count.Taken + 1, Count.Passed + (passed ? 1 : 0));
        world.Check($"{step}: {(passed ? "passed" : "was refused")}, and the model says otherwise.", expected == passed);
    }

    private Task ComeOrGo(int seat)
    {
        if (world.Seats[seat] is null)
            return world.Join(seat);
        // The last one to go ends the room, which is a step of its own.
        return world.Seats.Count(each => each is not null) > 1 ? world.Leave(seat) : Task.CompletedTask;
    }

    private async Task EndRoom()
    {
        for (var seat = 0; seat < world.Seats.Length; seat++)
            if (world.Seats[seat] is not null)
                await world.Leave(seat);
        _model.EndRoom();
        world.Reopen();
        await Start();
    }

    private async Task ReAdd(int plugin)
    {
        var by = world.Room.Participants[0];
        await world.Do(plugins => plugins.Remove(by, new PluginRequest(world.Shapes[plugin].Id)));
        _model.ReAdd(plugin);
        await world.Add(plugin);
    }

    private Task Update(GateStep step)
    {
        var shape = world.Versions[step.Plugin][step.Detail % world.Versions[step.Plugin].Count];
        _model.Offer(step.Plugin, shape);
        return world.Offer(step.Plugin, shape);
    }

    private async Task Ask(GateStep step)
    {
        if (world.Seats[step.Person] is { } seat)
            await (_open = new AskPlay(world, step, seat.Subject)).Ask(Expect);
    }

    private Task Crash(int plugin)
    {
        _model.EndWorker(plugin);
        return world.WorkerOf(plugin).ReplaceAsync("crash");
    }
}
