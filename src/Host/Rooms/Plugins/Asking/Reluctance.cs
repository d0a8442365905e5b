namespace PluginRoom.Host.Rooms.Plugins.Asking;

/// <summary>
/// Who said no to a plugin, or nothing, twice in a row: that one is left alone for a minute, and after each further no for another.
/// </summary>
internal sealed class Reluctance(TimeProvider time)
{
    private const int Patient = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Dictionary<(string Plugin, string Person), (int InARow, long Last)> _noes = [];

    public bool IsPausing(string plugin, string person) =>
        _noes.TryGetValue((plugin, person), out var noes) && noes.InARow > Patient && time.GetElapsedTime(noes.Last) < Pause;

    public void SaidNo(string plugin, string person)
    {
        _noes.TryGetValue((plugin, person), out var noes);
        _noes[(plugin, person)] = (noes.InARow + 1, time.GetTimestamp());
    }

    public void SaidYes(string plugin, string person) => _noes.Remove((plugin, person));
}
