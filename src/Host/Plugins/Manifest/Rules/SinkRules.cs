using PluginRoom.Host.Egress;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Rules;

/// <summary>Destinations outside are named once, are used, and are addresses.</summary>
internal static class SinkRules
{
    public static void Check(ManifestDraft draft, ErrorList errors)
    {
        foreach (var (pointer, sink) in ManifestRules.Repeated(draft.Sinks, sink => sink.Id))
            errors.Add($"{pointer}/id", $"Another sink is called {Wording.Quote(sink.Id)} already. Give each its own id.");
        foreach (var (pointer, sink) in draft.Sinks.Items)
        {
            if (draft.Flows.IsComplete && !draft.Flows.Values.Any(flow => flow.To == new SinkName(SinkKind.External, sink.Id)))
                errors.Add(pointer, $"No data flow goes to sink:{sink.Id}. Add one to dataFlows or remove the sink.");
            if (sink.Methods.Distinct().Count() < Math.Max(1, sink.Methods.Count))
                errors.Add($"{pointer}/methods", "Name at least one method, and each once.");
            if (CheckUrl($"{pointer}/url", sink.Url, errors) && SinkAddress.Parse(sink.Url, out var problem) is null)
                errors.Add($"{pointer}/url", $"{Wording.Quote(sink.Url)} cannot be sent to. {problem}");
            if (sink.ErasureUrl is { } erasure && CheckUrl($"{pointer}/erasureUrl", erasure, errors) && SinkAddress.Parse(erasure, out var wrong) is null)
                errors.Add($"{pointer}/erasureUrl", $"{Wording.Quote(erasure)} cannot be asked. {wrong}");
        }
    }

    private static bool CheckUrl(string pointer, string url, ErrorList errors)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.Host.Length > 0)
            return true;
        errors.Add(pointer, $"{Wording.Quote(url)} is not an https address. Write it like https://api.example.org/v1/.");
        return false;
    }
}
