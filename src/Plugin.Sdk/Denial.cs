namespace PluginRoom.Sdk;

/// <summary>The refusal that needs no round trip: plugin.json does not name the capability.</summary>
internal static class Denial
{
    /// <summary>Stands for the capabilities that come with a frame; one of them is enough to talk to it.</summary>
    internal const string AnyUi = "ui.panel";

    internal static bool IsDeclared(string capability, Predicate<string> declares) =>
        declares(capability) || (capability == AnyUi && (declares("ui.stage") || declares("ui.toolbar") || declares("ui.overlay")));

    internal static CapabilityDeniedException NotDeclared(string capability) => new(
        capability,
        "not-declared",
        $"This plugin does not declare the capability {capability}.",
        $$"""{ "name": "{{capability}}", "reason": "why people should allow it" }""");
}
