using System.Text.Json;

namespace PluginRoom.Sdk.Testing;

/// <summary>As much of a plugin.json as decides what a plugin may do. Null flows: every flow is declared.</summary>
internal sealed record FakeManifest(IReadOnlyCollection<string> Capabilities, IReadOnlyCollection<(string Data, string To)>? Flows)
{
    internal static FakeManifest Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var capabilities = new List<string>();
        foreach (var entry in Entries(json, "capabilities"))
            capabilities.Add(entry.GetProperty("name").GetString()!);
        var flows = new List<(string, string)>();
        foreach (var entry in Entries(json, "dataFlows"))
            flows.Add((entry.GetProperty("data").GetString()!, entry.GetProperty("to").GetString()!));
        return new(capabilities, flows);
    }

    internal bool Declares(string capability) => Capabilities.Contains(capability);

    internal bool Declares(string category, string sink) => Flows?.Contains((category, sink)) ?? true;

    private static JsonElement.ArrayEnumerator Entries(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var entries) ? entries.EnumerateArray() : default;
}
