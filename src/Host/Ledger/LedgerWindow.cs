using System.Runtime.CompilerServices;

namespace PluginRoom.Host.Ledger;

/// <summary>
/// Finds the entry of the current window that is like a new one without looking at all of them: a table of their numbers by what makes
/// them alike, with linear probing. A window ends for all of its entries at once, so what is older counts as an empty place.
/// </summary>
internal sealed class LedgerWindow
{
    private const int Places = 2048;

    /// <summary>In a window as full as that, some entries stay apart that could have been counted together.</summary>
    private const int MostProbes = 64;

    /// <summary>Number of an entry and one, so that 0 is empty.</summary>
    private readonly int[] _places = new int[Places];

    /// <param name="first">Number of the first entry of the window.</param>
    /// <param name="place">Where to put it when there is none; -1: nowhere.</param>
    /// <returns>The number of the entry that is like it, or -1.</returns>
    public int Find(in LedgerEntry draft, FlowLedger ledger, int first, out int place)
    {
        place = Hash(draft);
        for (var probes = 0; probes < MostProbes; probes++, place = (place + 1) % Places)
        {
            var index = _places[place] - 1;
            if (index < first)
                return -1;
            if (ledger[index].IsLike(draft))
                return index;
        }

        place = -1;
        return -1;
    }

    public void Put(int place, int index)
    {
        if (place >= 0)
            _places[place] = index + 1;
    }

    private static int Hash(in LedgerEntry entry)
    {
        var hash = ((ulong)(uint)RuntimeHelpers.GetHashCode(entry.PluginId) << 32 | (uint)RuntimeHelpers.GetHashCode(entry.Capability))
            ^ entry.Subjects * 0x9E3779B97F4A7C15
            ^ (entry.Categories + ((ulong)entry.Verdict << 40) + ((ulong)(entry.Sink is { } sink ? (int)sink.Kind + 1 : 0) << 48)) * 0xC2B2AE3D27D4EB4F;
        return (int)((hash * 0x9E3779B97F4A7C15) >> 53);
    }
}
