using System.Numerics;

namespace PluginRoom.Host.Consent;

/// <summary>
/// A set of people of one room by slot number. The first 64 need no array, so that asking and adding cost no allocation in
/// any room of ordinary size; a room that many people have come and gone in grows an array.
/// </summary>
public struct SubjectSet
{
    private ulong _first;
    private ulong[]? _more;

    /// <summary>The slots 0 to 62 as bits; bit 63 stands for anyone beyond.</summary>
    public readonly ulong Summary =>
        (_first & ~(1UL << 63)) | ((_first >> 63 != 0 || _more is not null) ? 1UL << 63 : 0);

    public readonly bool Contains(int slot) => (Word(slot >> 6) & Bit(slot)) != 0;

    public void Add(int slot)
    {
        if (slot < 64)
        {
            _first |= Bit(slot);
            return;
        }

        var index = (slot >> 6) - 1;
        if (_more is null || _more.Length <= index)
            Array.Resize(ref _more, index + 1);
        _more[index] |= Bit(slot);
    }

    public void Remove(int slot)
    {
        if (slot < 64)
            _first &= ~Bit(slot);
        else if (_more is not null && (slot >> 6) - 1 < _more.Length)
            _more[(slot >> 6) - 1] &= ~Bit(slot);
    }

    public readonly bool IsSubsetOf(in SubjectSet other)
    {
        if ((_first & ~other._first) != 0)
            return false;
        for (var i = 0; i < (_more?.Length ?? 0); i++)
            if ((_more![i] & ~other.Word(i + 1)) != 0)
                return false;
        return true;
    }

    public void AddAll(in SubjectSet other)
    {
        _first |= other._first;
        if (other._more is null)
            return;
        if (_more is null || _more.Length < other._more.Length)
            Array.Resize(ref _more, other._more.Length);
        for (var i = 0; i < other._more.Length; i++)
            _more[i] |= other._more[i];
    }

    public readonly IReadOnlyList<int> ToList()
    {
        var slots = new List<int>();
        for (var index = 0; index <= (_more?.Length ?? 0); index++)
            for (var rest = Word(index); rest != 0; rest &= rest - 1)
                slots.Add((index << 6) + BitOperations.TrailingZeroCount(rest));
        return slots;
    }

    /// <summary>How many words of 64 slots it takes to go through all members.</summary>
    internal readonly int Words => 1 + (_more?.Length ?? 0);

    /// <summary>The slots from 64 times <paramref name="index"/> on, as bits.</summary>
    internal readonly ulong Word(int index) =>
        index == 0 ? _first : _more is not null && index <= _more.Length ? _more[index - 1] : 0;

    private static ulong Bit(int slot) => 1UL << (slot & 63);
}
