using System.Numerics;

namespace PluginRoom.Host.Consent;

/// <summary>
/// Who in this room allowed which flow of one plugin. Kept by flow, because the gate asks "does everybody in this label allow
/// this flow" far more often than anybody changes their mind. Used on the room's queue only.
/// </summary>
/// <param name="off">Flows that are switched off in this room, as bits by flow index: nobody allows one, whatever they choose.</param>
public sealed class RoomConsents(int flows, ulong off = 0)
{
    private readonly SubjectSet[] _allowed = new SubjectSet[flows];
    private readonly SubjectSet[] _refused = new SubjectSet[flows];

    /// <summary>Flows that are switched off, as bits by flow index.</summary>
    public ulong Off { get; private set; } = off;

    public bool IsOff(int flow) => (Off >> flow & 1) != 0;

    /// <summary>From now on people can be asked about these flows. Nobody has said anything yet.</summary>
    public void SwitchOn(ulong flows) => Off &= ~flows;

    /// <summary>Whatever anybody chose for these flows is gone.</summary>
    public void SwitchOff(ulong flows)
    {
        Off |= flows;
        for (; flows != 0; flows &= flows - 1)
        {
            var flow = BitOperations.TrailingZeroCount(flows);
            (_allowed[flow], _refused[flow]) = (default, default);
        }
    }

    public ConsentChoice Choice(int flow, int subject) =>
        _allowed[flow].Contains(subject) ? ConsentChoice.Allow
        : _refused[flow].Contains(subject) ? ConsentChoice.Refuse
        : ConsentChoice.Unset;

    /// <summary>For a flow that is switched off it stays unset.</summary>
    public void Set(int flow, int subject, ConsentChoice choice)
    {
        if (IsOff(flow))
            return;
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
