using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>
/// Why the gate let something not through. Made on refusal only, so the words cost the good path nothing. Whose data it was is not in
/// it: who refused is nobody else's business.
/// </summary>
public sealed record Refusal(Verdict Verdict, Capability Capability, DataCategory? Category, SinkName? Sink)
{
    /// <summary>What the data that may not go on would have come from.</summary>
    public FlowOrigin Origin { get; init; }

    /// <summary>What it would have been for, where that is switched off in this room.</summary>
    public Purpose? Purpose { get; init; }

    /// <summary>Names the capability, the tag's category and the sink, and says what to do.</summary>
    public string Message => Category is { } category ? About(category.Name()) : Verdict switch
    {
        Verdict.NotDeclared => $"The manifest does not declare {Capability}. Add {ManifestLine} of plugin.json.",
        Verdict.Limit => $"{Capability} was used too much or too often{(Sink is { } sink ? $" to {sink}" : "")}. Wait a moment, and send less.",
        Verdict.Unavailable => $"This host has nothing that could do {Capability}.",
        _ => $"{Capability} was refused.",
    };

    /// <summary>What an author would add to plugin.json, or null where only a person can decide.</summary>
    public string? ManifestLine => (Verdict, Category) switch
    {
        (Verdict.NotDeclared or Verdict.Label, { } category) when Sink is { } sink =>
            $$"""{ "data": "{{category.Name()}}", "to": "{{(Origin == FlowOrigin.Plugin ? "ui" : sink)}}", "purpose": "functionality", "retention": "none" } to "dataFlows" """.TrimEnd(),
        (Verdict.NotDeclared, _) => $$"""{ "name": "{{Capability}}", "reason": "..." } to "capabilities" """.TrimEnd(),
        _ => null,
    };

    private string About(string data) => (Verdict, Origin) switch
    {
        (Verdict.NotDeclared, FlowOrigin.Store) =>
            $"What is stored holds {data}, which the manifest no longer lets {Sink} keep. Add {ManifestLine} of plugin.json.",
        (Verdict.NotDeclared, _) when Sink is { } sink =>
            $"The manifest declares no flow of {data} to {sink}. Add {ManifestLine} of plugin.json.",
        (Verdict.NotDeclared, _) =>
            $"The manifest does not declare {Capability}, or no flow of {data}. Add {ManifestLine} of plugin.json.",
        (Verdict.Label, FlowOrigin.Plugin) =>
            $"This worker has seen {data}, which {Sink} does not take: its manifest declares no flow of it. Its author would add {ManifestLine} of its plugin.json.",
        (Verdict.Label, FlowOrigin.Frames) =>
            $"This plugin's windows have been shown {data}, which may not go to {Sink}: the manifest declares no such flow. Add {ManifestLine} of plugin.json.",
        (Verdict.Label, _) =>
            $"This worker has seen {data}, which may not go to {Sink}: the manifest declares no such flow. Add {ManifestLine} of plugin.json.",
        (Verdict.NotConsented, FlowOrigin.Plugin) =>
            $"Not everyone whose {data} this would carry to {Sink} allows that plugin to have it. Nothing was handed over; ask again when they have allowed it.",
        (Verdict.NotConsented, FlowOrigin.Store) =>
            $"Not everyone whose {data} lies in {Sink} still allows it, so nothing of it is given back. Read other keys, or ask again when they have allowed it.",
        (Verdict.NotConsented, FlowOrigin.Frames) when Sink is null =>
            $"This plugin's windows have been shown {data} of somebody who does not allow it any more, so what they send is not taken. They start anew without it; try again then.",
        (Verdict.NotConsented, FlowOrigin.Frames) =>
            $"This plugin's windows have been shown {data} of somebody who does not allow it to go to {Sink}. Nothing was handed out; try again when they have allowed it.",
        (Verdict.NotConsented, _) when Sink is { } sink =>
            $"Not everyone whose {data} this would carry to {sink} allows it. Nothing was sent; ask again when they have allowed it.",
        (Verdict.NotConsented, _) =>
            $"The person concerned has not allowed {Capability} to read their {data}.",
        (Verdict.PurposeOff, _) when Sink is { } sink =>
            $"The flow of {data} to {sink} is for {Purpose?.Name()}, which is switched off in this room. A moderator can switch it on; then the people concerned are asked.",
        (Verdict.PurposeOff, _) =>
            $"{data} is declared for {Purpose?.Name()} only, which is switched off in this room. A moderator can switch it on; then the people concerned are asked.",
        (Verdict.Unavailable, _) => $"This host has nothing that could do {Capability}.",
        _ => $"{Capability} was used too much or too often with {data}. Wait a moment, and send less.",
    };
}
