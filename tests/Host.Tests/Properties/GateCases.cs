using FsCheck;
using FsCheck.Fluent;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>Makes arbitrary cases, more often ones in which something passes, and takes away from those that fail whatever is not needed.</summary>
internal static class GateCases
{
    private const int Plugins = 3;

    private static readonly string[] Capabilities =
    [
        "ui.panel", "chat.read", "chat.send", "chat.sendAsUser", "files.offer", "files.pick", "channel.open", "participants.list",
        "participants.profile.read", "storage.room", "storage.user", "net.fetch", "net.webhook.receive", "plugin.call", "moderation.mute",
        "media.audio.receive", "media.publish",
    ];

    private static readonly string[] Sinks = ["ui", "room", "download", "storage.room", "storage.user", "sink:api"];

    private static readonly DataCategory[] Categories =
    [
        DataCategory.ContentChat, DataCategory.PluginInput, DataCategory.IdentityPseudonym, DataCategory.IdentityProfile,
        DataCategory.ContentFile, DataCategory.ContentAudio,
    ];

    // Deciding comes up often, or hardly anything would be allowed; what ends much comes up seldom, or nothing would build up.
    private static readonly (int Weight, StepKind Kind)[] Kinds =
    [
        (5, StepKind.AllowAll), (3, StepKind.Allow), (3, StepKind.Refuse), (6, StepKind.Chat), (5, StepKind.Input), (1, StepKind.StaleInput),
        (2, StepKind.ShowFile), (3, StepKind.Offer), (3, StepKind.Channel), (5, StepKind.Show), (4, StepKind.Post), (3, StepKind.Fetch),
        (5, StepKind.Write), (5, StepKind.Read), (2, StepKind.Delete), (5, StepKind.Call), (2, StepKind.List), (1, StepKind.Media),
        (1, StepKind.Webhook), (4, StepKind.Ask), (3, StepKind.Update), (4, StepKind.Answer), (1, StepKind.Crash), (1, StepKind.ComeOrGo),
        (1, StepKind.ReAdd), (2, StepKind.EndRoom),
    ];

    // What one person and one plugin do in this order: chance alone would seldom put it together.
    private static readonly StepKind[][] Scenes =
    [
        [StepKind.AllowAll, StepKind.Chat, StepKind.Write, StepKind.Refuse, StepKind.AllowAll, StepKind.Read],
        [StepKind.AllowAll, StepKind.Chat, StepKind.Write, StepKind.Refuse, StepKind.Read],
        [StepKind.AllowAll, StepKind.Chat, StepKind.Write, StepKind.Delete, StepKind.Update, StepKind.Answer, StepKind.Read],
        [StepKind.AllowAll, StepKind.Chat, StepKind.Write, StepKind.Update, StepKind.Answer, StepKind.AllowAll, StepKind.Read, StepKind.Post],
        [StepKind.AllowAll, StepKind.Chat, StepKind.Write, StepKind.EndRoom, StepKind.Read, StepKind.Post],
        [StepKind.AllowAll, StepKind.Chat, StepKind.Ask, StepKind.Refuse],
        [StepKind.AllowAll, StepKind.Ask, StepKind.Chat],
        [StepKind.AllowAll, StepKind.Ask, StepKind.List],
        [StepKind.AllowAll, StepKind.Ask, StepKind.Call],
        [StepKind.AllowAll, StepKind.Media, StepKind.Media],
        [StepKind.Webhook, StepKind.ReAdd, StepKind.Webhook],
        [StepKind.Webhook, StepKind.Update, StepKind.Webhook],
        [StepKind.AllowAll, StepKind.Chat, StepKind.Call, StepKind.Refuse, StepKind.Call],
        [StepKind.AllowAll, StepKind.Chat, StepKind.Show, StepKind.Input, StepKind.Offer, StepKind.Refuse, StepKind.Offer],
    ];

    public static Arbitrary<GateCase> Arbitrary { get; } = Arb.From(Case(), Shrink);

    private static Gen<GateCase> Case() =>
        from plugins in Gen.CollectToArray(Enumerable.Range(0, Plugins), Versions)
        from count in Gen.Choose(3, 14)
        from parts in Gen.ArrayOf(Gen.Frequency((3, Single()), (2, Scene())), count)
        select new GateCase(plugins, [.. parts.SelectMany(part => part)]);

    private static Gen<IReadOnlyList<PluginShape>> Versions(int number)
    {
        var sinks = Sinks.Concat(Enumerable.Range(0, Plugins).Where(other => other != number).Select(other => $"plugin:{PluginShape.IdOf(other)}"));
        var ways = Categories.SelectMany(category => sinks.Select(sink => (category, sink))).ToArray();
        return from declared in Gen.ArrayOf(Often(), Capabilities.Length)
               from generous in Gen.Choose(3, 9)
               from flows in Gen.ArrayOf(Gen.Choose(0, 9), ways.Length)
               from optional in Gen.ArrayOf(Gen.Choose(0, 2), ways.Length)
               from callable in Often()
               from change in Gen.Choose(0, 8)
               from changed in Gen.ArrayOf(Gen.Choose(0, 12), ways.Length)
               let first = new PluginShape(
                   number,
                   1,
                   [.. Capabilities.Where((_, index) => declared[index])],
                   [.. ways.Index().Where(way => flows[way.Index] <= generous).Select(way => new FlowShape(way.Item.category, way.Item.sink, optional[way.Index] == 0))],
                   callable)
               select (IReadOnlyList<PluginShape>)[first, Changed(first, ways, change, changed)];
    }

    /// <summary>The next version: where a number is 0 a flow comes or goes, where it is 1 people no longer have to allow it, or now have to.</summary>
    private static PluginShape Changed(PluginShape first, (DataCategory Data, string To)[] ways, int capability, int[] numbers)
    {
        var flows = new List<FlowShape>();
        foreach (var (index, (data, to)) in ways.Index())
        {
            var flow = first.Flows.FirstOrDefault(flow => flow.Data == data && flow.To == to);
            if (numbers[index] == 0 ? flow is null : flow is not null)
                flows.Add(new FlowShape(data, to, flow?.Optional == true != (numbers[index] == 1)));
        }

        return first with
        {
            Version = 2,
            Capabilities = [.. first.Capabilities.Where((_, index) => index != capability)],
            Flows = flows,
        };
    }

    private static Gen<bool> Often() => Gen.Choose(0, 9).Select(number => number > 0);

    private static Gen<GateStep[]> Single() =>
        from kind in Gen.Frequency([.. Kinds.Select(each => (each.Weight, Gen.Constant(each.Kind)))])
        from step in Of([kind])
        select step;

    private static Gen<GateStep[]> Scene() => Gen.Elements(Scenes).SelectMany(Of);

    private static Gen<GateStep[]> Of(StepKind[] kinds) =>
        from plugin in Gen.Choose(0, Plugins - 1)
        from person in Gen.Choose(0, GateWorld.SeatCount - 1)
        from details in Gen.ArrayOf(Gen.Choose(0, 40), kinds.Length)
        select kinds.Select((kind, index) => new GateStep(kind, plugin, person, kind is StepKind.Write or StepKind.Read or StepKind.Delete ? details[0] : details[index])).ToArray();

    private static IEnumerable<GateCase> Shrink(GateCase failing)
    {
        var steps = failing.Steps;
        for (var size = steps.Count / 2; size >= 1; size /= 2)
            for (var at = 0; at + size <= steps.Count; at += size)
                yield return failing with { Steps = [.. steps.Take(at), .. steps.Skip(at + size)] };
        foreach (var way in failing.Plugins.SelectMany(versions => versions).SelectMany(shape => shape.Flows.Select(flow => (shape.Number, flow.Data, flow.To))).Distinct())
            yield return With(failing, way.Number, shape => shape with { Flows = [.. shape.Flows.Where(flow => (flow.Data, flow.To) != (way.Data, way.To))] });
        foreach (var (number, capability) in failing.Plugins.SelectMany(versions => versions).SelectMany(shape => shape.Capabilities.Select(name => (shape.Number, name))).Distinct())
            yield return With(failing, number, shape => shape with { Capabilities = [.. shape.Capabilities.Where(name => name != capability)] });
    }

    private static GateCase With(GateCase gate, int number, Func<PluginShape, PluginShape> change) =>
        gate with { Plugins = [.. gate.Plugins.Select((versions, index) => index == number ? [.. versions.Select(change)] : versions)] };
}
