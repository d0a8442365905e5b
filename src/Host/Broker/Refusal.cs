using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>Why the gate let something not through. Made on refusal only, so the words cost the good path nothing.</summary>
public sealed record Refusal(Verdict Verdict, Capability Capability, DataCategory? Category, SinkName? Sink)
{
    /// <summary>Names the capability, the tag and the sink, and says what to do.</summary>
    public string Message => Verdict switch
    {
        Verdict.NotDeclared when Category is { } category && Sink is { } sink =>
            $"The manifest declares no flow of {category.Name()} to {sink}. Add {ManifestLine} of plugin.json.",
        Verdict.NotDeclared =>
            $"The manifest does not declare {Capability}. Add {ManifestLine} of plugin.json.",
        Verdict.Label =>
            $"This worker has seen {Category!.Value.Name()}, which may not go to {Sink}: the manifest declares no such flow. Add {ManifestLine} of plugin.json.",
        Verdict.NotConsented when Sink is { } sink =>
            $"Not everyone whose {Category!.Value.Name()} this would carry to {sink} allows it. Nothing was sent; ask again when they have allowed it.",
        Verdict.NotConsented =>
            $"The person concerned has not allowed {Capability} to read their {Category!.Value.Name()}.",
        _ => $"{Capability} was refused.",
    };

    /// <summary>What an author would add to plugin.json, or null where only a person can decide.</summary>
    public string? ManifestLine => Verdict switch
    {
        Verdict.NotDeclared or Verdict.Label when Category is { } category && Sink is { } sink =>
            $$"""{ "data": "{{category.Name()}}", "to": "{{sink}}", "purpose": "functionality", "retention": "none" } to "dataFlows" """.TrimEnd(),
        Verdict.NotDeclared => $$"""{ "name": "{{Capability}}", "reason": "..." } to "capabilities" """.TrimEnd(),
        _ => null,
    };
}
