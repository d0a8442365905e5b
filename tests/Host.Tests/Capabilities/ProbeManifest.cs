using System.Text.Json.Nodes;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>What one test's probe declares beside its panel.</summary>
/// <param name="Capabilities">Names.</param>
/// <param name="Flows">"data to" or "data to purpose", e.g. <c>content.chat room</c>; a question mark at the end makes it optional.</param>
internal sealed record ProbeManifest(string[] Capabilities, params string[] Flows)
{
    /// <summary>Whatever else plugin.json needs, e.g. "sinks".</summary>
    public Action<JsonObject>? Change { get; init; }

    public void Write(JsonObject manifest)
    {
        foreach (var name in Capabilities)
            manifest["capabilities"]!.AsArray().Add(new JsonObject { ["name"] = name, ["reason"] = "Tries it" });
        foreach (var flow in Flows)
            manifest["dataFlows"]!.AsArray().Add(Flow(flow));
        Change?.Invoke(manifest);
    }

    private static JsonObject Flow(string flow)
    {
        var words = flow.TrimEnd('?').Split(' ');
        return new JsonObject
        {
            ["data"] = words[0],
            ["to"] = words[1],
            ["purpose"] = words.Length > 2 ? words[2] : "functionality",
            ["retention"] = words[1].StartsWith("storage.", StringComparison.Ordinal) ? "room" : "none",
            ["optional"] = flow.EndsWith('?'),
        };
    }
}
