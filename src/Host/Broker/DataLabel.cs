using System.Numerics;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>
/// Every tag (category, subject) that one worker process, or one generation of frames, was ever given. It only grows; whoever starts
/// afresh starts with a fresh label. Held by the host alone: what is done with the data in between does not matter.
/// </summary>
public sealed class DataLabel
{
    private readonly SubjectSet[] _subjects = new SubjectSet[DataCategories.All.Count];

    /// <summary>Categories present, one bit each.</summary>
    public uint Categories { get; private set; }

    /// <summary>Everyone whose data of any category is in it, see <see cref="SubjectSet.Summary"/>.</summary>
    public ulong Summary { get; private set; }

    /// <summary>Another one after each change.</summary>
    internal int Version { get; private set; }

    public ref readonly SubjectSet SubjectsOf(DataCategory category) => ref _subjects[(int)category];

    public void Add(DataCategory category, int subject)
    {
        ref var subjects = ref _subjects[(int)category];
        if (subjects.Contains(subject))
            return;
        subjects.Add(subject);
        Version++;
        Categories |= 1u << (int)category;
        Summary |= subjects.Summary;
    }

    /// <summary>Whoever reads what another process wrote has seen what that one had.</summary>
    public void AddAll(DataLabel other)
    {
        for (var rest = other.Categories; rest != 0;)
        {
            var category = (int)TakeLowest(ref rest);
            if (other._subjects[category].IsSubsetOf(_subjects[category]))
                continue;
            _subjects[category].AddAll(other._subjects[category]);
            Categories |= 1u << category;
            Summary |= _subjects[category].Summary;
            Version++;
        }
    }

    public bool Contains(DataCategory category, int subject) => _subjects[(int)category].Contains(subject);

    /// <summary>Takes the lowest category out of a set of <see cref="Categories"/>.</summary>
    internal static DataCategory TakeLowest(ref uint categories)
    {
        var lowest = BitOperations.TrailingZeroCount(categories);
        categories &= categories - 1;
        return (DataCategory)lowest;
    }
}
