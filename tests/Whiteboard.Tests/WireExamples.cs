using System.Text.Json;
using Xunit;

namespace PluginRoom.Whiteboard.Tests;

/// <summary>The bytes that both sides of the wire are held to.</summary>
internal static class WireExamples
{
    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "wire-examples.json"))).RootElement;

    public static IEnumerable<JsonElement> Of(string group) => Root.GetProperty(group).EnumerateArray();

    public static TheoryData<string> Names(string group) => [.. Of(group).Select(example => example.GetProperty("name").GetString()!)];

    public static JsonElement Named(string group, string name) => Of(group).Single(example => example.GetProperty("name").GetString() == name);

    public static byte[] Bytes(this JsonElement example, string property = "bytes") => Hex(example.GetProperty(property).GetString()!);

    public static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
