using System.Text.RegularExpressions;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>A type whose values a manifest writes as one word: how it is read, named in messages, and bounded in the schema.</summary>
/// <param name="What">With its article.</param>
/// <param name="Names">All values, or those that have a fixed name.</param>
/// <param name="Pattern">Set when there are more values than names.</param>
internal sealed record Word(Type Type, string What, IReadOnlyList<string> Names, string? Pattern, string Hint)
{
    private const string SinkPattern =
        "^(ui|room|storage[.]room|storage[.]user|download|sink:[a-z][a-z0-9]*(-[a-z0-9]+)*|plugin:[a-z][a-z0-9]*([.-][a-z0-9]+)+)$";

    private static readonly Word[] All =
    [
        Closed(typeof(Capability), "a capability", Capability.All.Select(capability => capability.Name), "docs/manifest.md lists them"),
        Closed(typeof(DataCategory), "a category of data", DataCategories.All),
        Closed(typeof(Purpose), "a purpose", Purposes.All),
        Closed(typeof(UiSlot), "a slot", UiSlots.All),
        Closed(typeof(UiMode), "a mode", UiModes.All),
        Closed(typeof(ServerRuntime), "a runtime that this host offers", ServerRuntimes.All),
        Closed(typeof(SinkMethod), "a method", Enum.GetNames<SinkMethod>().Select(name => name.ToUpperInvariant())),
        new(typeof(SinkName), "a place that data can go to", ["ui", "room", "storage.room", "storage.user", "download"], SinkPattern,
            "Use ui, room, storage.room, storage.user, download, sink:<id> or plugin:<id>."),
        new(typeof(Retention), "a retention", ["none", "room"], Retention.Pattern,
            "Use none, room or an ISO 8601 duration of at most ten years, such as PT24H or P30D."),
    ];

    public static Word? For(Type type) => Array.Find(All, word => word.Type == (Nullable.GetUnderlyingType(type) ?? type));

    public bool Knows(string text) => Pattern is null
        ? Names.Contains(text)
        : Regex.IsMatch(text, Pattern) && (Type != typeof(Retention) || Retention.Parse(text) is not null);

    public string Refuse(string text) => $"{Wording.Quote(text)} is not {What}.{Wording.DidYouMean(text, Names)} {Hint}";

    private static Word Closed(Type type, string what, IEnumerable<string> names, string? where = null)
    {
        var list = names.ToList();
        return new(type, what, list, null, where is null ? $"Use one of: {Wording.List(list)}." : $"{char.ToUpperInvariant(where[0])}{where[1..]}.");
    }
}
