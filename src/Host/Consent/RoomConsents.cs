using System.Numerics;

namespace PluginRoom.Host.Consent;

/// <summary>
/// Who in this room allowed which flow of one plugin. Kept by flow, because the gate asks "does everybody in this label allow
/// this flow" far more often than anybody changes their mind. Used on the room's queue only.
/// </summary>
public sealed class RoomConsents(int flows)
{
    private readonly SubjectSet[] _allowed = new SubjectSet[flows];
    private readonly SubjectSet[] _refused = new SubjectSet[flows];

    public ConsentChoice Choice(int flow, int subject) =>
        _allowed[flow].Contains(subject) ? ConsentChoice.Allow
        : _refused[flow].Contains(subject) ? ConsentChoice.Refuse
        : ConsentChoice.Unset;

    public void Set(int flow, int subject, ConsentChoice choice)
    {
        Assign(ref _allowed[flow], subject, choice == ConsentChoice.Allow);
        Assign(ref _refused[flow], subject, choice == ConsentChoice.Refuse);
    }

    public bool Allows(int flow, int subject) => _allowed[flow].Contains(subject);

    public bool AllAllow(int flow, in SubjectSet subjects) => subjects.IsSubsetOf(_allowed[flow]);

    /// <summary>Each of them allows at least one of these flows, which are bits by flow index.</summary>
    public bool EachAllowsOne(ulong flows, in SubjectSet subjects)
    {
        for (var word = 0; word < subjects.Words; word++)
        {
            var without = subjects.Word(word);
            for (var rest = flows; rest != 0 && without != 0; rest &= rest - 1)
                without &= ~_allowed[BitOperations.TrailingZeroCount(rest)].Word(word);
            if (without != 0)
                return false;
        }

        return true;
    }

    private static void Assign(ref SubjectSet set, int subject, bool member)
    {
        if (member)
            set.Add(subject);
        else
            set.Remove(subject);
    }
}
