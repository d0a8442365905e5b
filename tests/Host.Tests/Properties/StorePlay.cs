using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>What a plugin's server side keeps and looks for, for the room or for one person: few keys, so that it finds again what it kept.</summary>
internal sealed class StorePlay(GateWorld world)
{
    private const int Keys = 2;

    private readonly GateModel _model = world.Model;

    public async Task Run(GateStep step, Action<GateStep, bool, bool> expect)
    {
        var isPersonal = step.Detail / 3 % 3 == 0;
        if (isPersonal && world.Seats[step.Person] is null)
            return;
        int? person = isPersonal ? world.Seats[step.Person]!.Value.Subject : null;
        var pseudonym = isPersonal ? world.PseudonymOf(step.Plugin, step.Person) : null;
        var slot = new Slot(person, step.Detail % 3);
        await (step.Kind != StepKind.Read ? Change(step, slot with { Key = slot.Key % Keys }, pseudonym, expect)
            : slot.Key < Keys ? Read(step, slot, pseudonym, expect)
            : List(step, slot, pseudonym, expect));
    }

    private async Task Change(GateStep step, Slot slot, string? pseudonym, Action<GateStep, bool, bool> expect)
    {
        var (worker, plugin) = (world.WorkerOf(step.Plugin), _model.Plugins[step.Plugin]);
        var passes = _model.Shapes[step.Plugin].Declares(slot.Place) && _model.MayLeave(step.Plugin, plugin.Worker, slot.Place);
        if (passes && step.Kind == StepKind.Write)
            plugin.Write(slot);
        else if (passes)
            plugin.Delete(slot);
        WorkerCall call = step.Kind == StepKind.Write
            ? new WriteStoredCall(pseudonym, KeyOf(slot), Marks.Bytes(worker.Seen))
            : new DeleteStoredCall(pseudonym, KeyOf(slot));
        expect(step, passes, await worker.AskAsync(call) is CallDone);
    }

    private async Task Read(GateStep step, Slot slot, string? pseudonym, Action<GateStep, bool, bool> expect)
    {
        var plugin = _model.Plugins[step.Plugin];
        plugin.Stored.TryGetValue(slot, out var stored);
        var passes = MayLook(step.Plugin, slot, stored ?? plugin.TracesOf(slot.Person));
        var reply = await world.WorkerOf(step.Plugin).AskAsync(new ReadStoredCall(pseudonym, KeyOf(slot)));
        world.Check(
            $"{step}: a value is there that the model does not have, or the other way round.",
            reply is not StoredValue read || (read.Value is not null) == (stored is not null));
        expect(step, passes, reply is StoredValue);
    }

    private async Task List(GateStep step, Slot slot, string? pseudonym, Action<GateStep, bool, bool> expect)
    {
        var plugin = _model.Plugins[step.Plugin];
        var passes = MayLook(step.Plugin, slot, plugin.TracesOf(slot.Person));
        var keys = plugin.Stored.Keys.Where(other => other.Person == slot.Person).Select(KeyOf).Order(StringComparer.Ordinal).ToList();
        var reply = await world.WorkerOf(step.Plugin).AskAsync(new ListStoredCall(pseudonym, ""));
        world.Check($"{step}: keys are there that the model does not have, or the other way round.", reply is not StoredKeys read || read.Keys.SequenceEqual(keys));
        expect(step, passes, reply is StoredKeys);
    }

    /// <summary>Whoever looks has seen whose data it is, or may be.</summary>
    private bool MayLook(int number, Slot slot, IReadOnlySet<Tag> label)
    {
        var passes = _model.Shapes[number].Declares(slot.Place) && _model.MayRest(number, label, slot.Place);
        if (passes)
            _model.Plugins[number].Worker.UnionWith(label);
        return passes;
    }

    private static string KeyOf(Slot slot) => $"k{slot.Key}";
}
