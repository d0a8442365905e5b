using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Plugins.Manifest.Versions;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Rules;

/// <summary>Server, frames, and the host that they need.</summary>
internal static class PartRules
{
    public static void Check(ManifestDraft draft, ErrorList errors)
    {
        if (draft.Engines is { } engines)
            CheckRange(engines.Pluginroom, errors);
        if (!draft.Has("server") && !draft.Ui.Items.Any() && draft.Ui.IsComplete)
            errors.Add("", "The plugin has neither a server nor a ui part, so it does nothing. Add one of them.");
        if (draft.Server is { } server)
            CheckEntry(server, errors);
        foreach (var (pointer, ui) in draft.Ui.Items)
            CheckUi(pointer, ui, draft, errors);
        foreach (var (pointer, ui) in ManifestRules.Repeated(draft.Ui, ui => ui.Slot))
            errors.Add($"{pointer}/slot", $"Another frame is in the slot {ui.Slot.Name()} already. A plugin has one frame for each slot.");
    }

    private static void CheckEntry(ManifestServer server, ErrorList errors)
    {
        if (server.Runtime == ServerRuntime.Dotnet && !server.Entry.EndsWith(".dll", StringComparison.Ordinal))
            errors.Add("/server/entry", $"{Wording.Quote(server.Entry)} is not an assembly. Name the plugin's .dll.");
        if (server.Runtime == ServerRuntime.Javascript && !server.Entry.EndsWith(".js", StringComparison.Ordinal))
            errors.Add("/server/entry", $"{Wording.Quote(server.Entry)} is not a script. Name the plugin's .js, one file with all that it needs.");
    }

    private static void CheckRange(string text, ErrorList errors)
    {
        if (VersionRange.Parse(text) is not { } range)
            errors.Add("/engines/pluginroom", $"{Wording.Quote(text)} is not a version range. Write it as in npm, such as ^{HostVersion.Current}.");
        else if (!range.Includes(HostVersion.Current))
            errors.Add("/engines/pluginroom", $"{Wording.Quote(text)} excludes this host, whose plugin API is version {HostVersion.Current}. Use another version of the plugin, or widen the range once it works.");
    }

    private static void CheckUi(string pointer, ManifestUi ui, ManifestDraft draft, ErrorList errors)
    {
        var needed = ui.Slot.Capability();
        if (draft.Capabilities.IsComplete && !draft.Capabilities.Values.Any(capability => capability.Name == needed))
            errors.Add($"{pointer}/slot", $"A frame in the slot {ui.Slot.Name()} needs the capability {needed}. Add {{ \"name\": \"{needed}\" }} to capabilities.");
        if (ui is { Slot: UiSlot.Overlay or UiSlot.Transform, Mode: not UiMode.Worker })
            errors.Add($"{pointer}/mode", $"What stands in the slot {ui.Slot.Name()} runs without a document. Add \"mode\": \"worker\", and name one script as the entry.");
        var (kind, ending, example) = ui.Mode == UiMode.Worker ? ("script", ".js", "ui/board.js") : ("page", ".html", "ui/index.html");
        if (!ui.Entry.StartsWith("ui/", StringComparison.Ordinal) || !ui.Entry.EndsWith(ending, StringComparison.Ordinal))
            errors.Add($"{pointer}/entry", $"{Wording.Quote(ui.Entry)} is not a {kind} in the folder ui, the only one that is served. Name one, such as {example}.");
    }
}
