using FsCheck;
using FsCheck.Fluent;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>Makes arbitrary cases, more often ones in which something passes, and takes steps out of those that fail.</summary>
internal static class GateCases
{
    private static readonly string[] Capabilities =
    [
        "ui.panel", "chat.read", "chat.send", "files.offer", "channel.open", "participants.list", "participants.profile.read", "storage.room",
        "net.fetch", "plugin.call",
    ];

    private static readonly string[] Sinks = ["ui", "room", "download", "storage.room", "sink:api"];

    private static readonly DataCategory[] Categories =
        [DataCategory.ContentChat, DataCategory.PluginInput, DataCategory.IdentityPseudonym, DataCategory.IdentityProfile];

    // Deciding comes up often, or hardly anything would be allowed; what ends much comes up seldom, or nothing would build up.
    private static readonly (int Weight, StepKind Kind)[] Kinds =
    [
        (4, StepKind.AllowAll), (4, StepKind.Allow), (3, StepKind.Refuse), (6, StepKind.Chat), (6, StepKind.Input), (1, StepKind.StaleInput),
        (5, StepKind.Show), (4, StepKind.Post), (3, StepKind.Fetch), (4, StepKind.Write), (4, StepKind.Read), (1, StepKind.Delete),
        (5, StepKind.Call), (2, StepKind.List), (4, StepKind.Offer), (3, StepKind.Channel), (1, StepKind.Crash), (1, StepKind.ComeOrGo),
        (1, StepKind.ReAdd), (2, StepKind.EndRoom),
    ];

    public static Arbitrary<GateCase> Arbitrary { get; } = Arb.From(Case(), Shrink);

    private static Gen<GateCase> Case() =>
        from plugins in Gen.CollectToArray(Enumerable.Range(0, 3), Plugin)
        from count in Gen.Choose(10, 60)
        from steps in Gen.ArrayOf(Step(), count)
        select new GateCase(plugins, steps);

    private static Gen<PluginShape> Plugin(int number)
    {
        var sinks = Sinks
            .Concat(Enumerable.Range(0, 3).Where(other => other != number).Select(other => $"plugin:{PluginShape.IdOf(other)}")).ToArray();
        var ways = Categories.SelectMany(category => sinks.Select(sink => (category, sink))).ToArray();
        return from declared in Gen.ArrayOf(Often(), Capabilities.Length)
               from generous in Gen.Choose(2, 9)
               from flows in Gen.ArrayOf(Gen.Choose(0, 9), ways.Length)
               from optional in Gen.ArrayOf(Gen.Choose(0, 2), ways.Length)
               from callable in Often()
               select new PluginShape(
                   number,
                   [.. Capabilities.Where((_, index) => declared[index])],
                   [.. ways.Select((way, index) => (way, index)).Where(each => flows[each.index] <= generous).Select(each => new FlowShape(each.way.category, each.way.sink, optional[each.index] == 0))],
                   callable);
    }

    private static Gen<bool> Often() => Gen.Choose(0, 9).Select(number => number > 0);

    private static Gen<GateStep> Step() =>
        from kind in Gen.Frequency([.. Kinds.Select(each => (each.Weight, Gen.Constant(each.Kind)))])
        from plugin in Gen.Choose(0, 2)
        from person in Gen.Choose(0, 2)
        from detail in Gen.Choose(0, 40)
        select new GateStep(kind, plugin, person, detail);

    private static IEnumerable<GateCase> Shrink(GateCase failing)
    {
        var steps = failing.Steps;
        for (var size = steps.Count / 2; size >= 1; size /= 2)
            for (var at = 0; at + size <= steps.Count; at += size)
                yield return failing with { Steps = [.. steps.Take(at), .. steps.Skip(at + size)] };
        foreach (var plugin in failing.Plugins)
            foreach (var flow in plugin.Flows)
                yield return failing with
                {
                    Plugins = [.. failing.Plugins.Select(each => each == plugin ? plugin with { Flows = [.. plugin.Flows.Where(other => other != flow)] } : each)],
                };
    }
}
