using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Storage.Entries;

/// <summary>What one plugin keeps for the room, or for one person in it. The same key in two scopes is two entries.</summary>
public readonly record struct StorageScope
{
    private StorageScope(SubjectId? person) => Person = person;

    public static StorageScope Room => default;

    /// <summary>Null: the room's.</summary>
    public SubjectId? Person { get; }

    public SinkKind Sink => Person is null ? SinkKind.StorageRoom : SinkKind.StorageUser;

    public static StorageScope Of(SubjectId person) => new(person);
}
