using System.Text.Json;

namespace PluginRoom.Sdk.Testing;

/// <summary>As much of a plugin.json as decides what a plugin may do. Null flows: every flow is declared.</summary>
internal sealed record FakeManifest(IReadOnlyCollection<string> Capabilities, IReadOnlyCollection<(string Data, string To)>? Flows)
{
    /// <summary>Methods of each sink, by its id and in the order of the manifest. Null: every sink is declared.</summary>
    internal IReadOnlyList<(string Id, IReadOnlyList<string> Methods)>? Sinks { get; init; }

    /// <summary>Null: any method can be called.</summary>
    internal IReadOnlyList<string>? Callable { get; init; }

    internal string Id { get; init; } = "org.example.fake";

    internal static FakeManifest Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var capabilities = new List<string>();
        foreach (var entry in Entries(json, "capabilities"))
            capabilities.Add(entry.GetProperty("name").GetString()!);
        var flows = new List<(string, string)>();
        foreach (var entry in Entries(json, "dataFlows"))
            flows.Add((entry.GetProperty("data").GetString()!, entry.GetProperty("to").GetString()!));
        var sinks = new List<(string, IReadOnlyList<string>)>();
        foreach (var entry in Entries(json, "sinks"))
            sinks.Add((entry.GetProperty("id").GetString()!, Methods(entry)));
        var callable = new List<string>();
        foreach (var entry in Entries(json, "callable"))
            callable.Add(entry.GetProperty("method").GetString()!);
        var id = json.RootElement.TryGetProperty("id", out var named) ? named.GetString()! : "org.example.fake";
        return new(capabilities, flows) { Sinks = sinks, Callable = callable, Id = id };
    }

    internal bool Declares(string capability) => Capabilities.Contains(capability);

    internal bool Declares(string category, string sink) => Flows?.Contains((category, sink)) ?? true;

    internal bool Declares(string sink, string method, out string problem)
    {
        problem = "";
        for (var index = 0; index < Sinks?.Count; index++)
        {
            if (Sinks[index].Id != sink)
                continue;
            problem = $"sinks/{index}/methods of plugin.json does not list {method}.";
            return Sinks[index].Methods.Contains(method, StringComparer.OrdinalIgnoreCase);
        }

        problem = "plugin.json names no such sink.";
        return Sinks is null;
    }

    private static List<string> Methods(JsonElement sink)
    {
        if (!sink.TryGetProperty("methods", out var named))
            return ["POST"];
        var methods = new List<string>();
        foreach (var method in named.EnumerateArray())
            methods.Add(method.GetString()!);
        return methods;
    }

    private static JsonElement.ArrayEnumerator Entries(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var entries) ? entries.EnumerateArray() : default;
}
