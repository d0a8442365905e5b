using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Storage.Entries;

/// <summary>
/// A person as stored data know them: random, drawn once for each person and room, and derived from nothing. It says that two
/// values are the same person's, and not whose. A room's slot numbers would not do: the next room of the same name counts anew.
/// </summary>
public readonly record struct SubjectId(Guid Value)
{
    public static SubjectId New() => new(Guid.NewGuid());
}

/// <summary>A category of one person's data: what a stored value's label is made of.</summary>
public readonly record struct StorageTag(DataCategory Category, SubjectId Subject);
