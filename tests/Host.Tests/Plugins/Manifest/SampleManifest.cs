using System.Text;
using System.Text.Json.Nodes;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

/// <summary>A valid manifest, the files that go with it, and ways to spoil it.</summary>
internal static class SampleManifest
{
    public const string Text = """
        {
          "$schema": "../../plugin-manifest.schema.json",
          "manifestVersion": 1,
          "id": "org.example.minutes",
          "name": "Minutes",
          "summary": "Writes down what was decided.",
          "version": "1.4.0",
          "engines": { "pluginroom": "^1.0" },
          "publisher": { "name": "Example e.V.", "contact": "privacy@example.org", "privacyPolicy": "PRIVACY.md" },
          "server": { "runtime": "dotnet", "entry": "Minutes.dll", "limits": { "memoryMb": 96, "cpuPercent": 20 } },
          "ui": [ { "slot": "panel", "title": "Minutes", "entry": "ui/index.html" } ],
          "capabilities": [
            { "name": "chat.read", "reason": "Turns the chat into minutes" },
            { "name": "participants.list" },
            { "name": "ui.panel" },
            { "name": "channel.open", "reason": "Shows what others mark", "optional": true }
          ],
          "channels": [ { "name": "marks", "ordered": false, "maxMessageBytes": 1024, "maxMessagesPerSecond": 30 } ],
          "dataFlows": [
            { "data": "content.chat", "to": "ui", "purpose": "functionality", "retention": "PT24H" },
            { "data": "identity.pseudonym", "to": "ui", "purpose": "functionality", "retention": "room" },
            { "data": "plugin.input", "to": "ui", "purpose": "functionality", "retention": "none", "optional": true }
          ]
        }
        """;

    public static readonly string[] Files = ["Minutes.dll", "PRIVACY.md", "plugin.json", "ui/index.html"];

    public static ManifestReading Read(string text, params string[] files) =>
        ManifestReader.Read(Encoding.UTF8.GetBytes(text), Listing(files.Length > 0 ? files : Files));

    public static PluginManifest Valid(Action<JsonObject>? change = null) => Read(Changed(change)).Manifest
        ?? throw new InvalidOperationException(string.Join('\n', Read(Changed(change)).Errors));

    public static IReadOnlyList<ManifestError> Errors(Action<JsonObject> change) => Read(Changed(change)).Errors;

    public static string Changed(Action<JsonObject>? change)
    {
        var json = JsonNode.Parse(Text)!.AsObject();
        change?.Invoke(json);
        return json.ToJsonString();
    }

    /// <summary>Replaces (or with null: removes) the value at a JSON pointer; <c>-</c> appends to a list.</summary>
    public static void Set(JsonObject root, string pointer, string? value)
    {
        var parts = pointer.Split('/')[1..];
        JsonNode at = root;
        foreach (var part in parts[..^1])
            at = at is JsonArray list ? list[int.Parse(part, null)]! : at[part]!;
        var node = value is null ? null : JsonNode.Parse(value);
        switch (at)
        {
            case JsonArray list when parts[^1] == "-":
                list.Add(node);
                break;
            case JsonArray list when value is null:
                list.RemoveAt(int.Parse(parts[^1], null));
                break;
            case JsonArray list:
                list[int.Parse(parts[^1], null)] = node;
                break;
            default:
                at.AsObject().Remove(parts[^1]);
                if (value is not null)
                    at[parts[^1]] = node;
                break;
        }
    }

    public static Dictionary<string, ListedItem> Listing(IEnumerable<string> files)
    {
        var items = new Dictionary<string, ListedItem>();
        foreach (var file in files)
        {
            items[file.TrimStart('@')] = new(file.StartsWith('@') ? ListedKind.Link : ListedKind.File, 1, 0);
            if (file.LastIndexOf('/') is var slash and > 0)
                items[file[..slash]] = new(ListedKind.Folder, 0, 0);
        }

        return items;
    }
}
