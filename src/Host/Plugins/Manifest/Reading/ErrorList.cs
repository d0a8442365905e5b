namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>All that is wrong, in the order found, up to what somebody would read.</summary>
internal sealed class ErrorList
{
    private const int Most = 100;

    private readonly List<ManifestError> _errors = [];
    private int _more;

    public int Count => _errors.Count;

    /// <summary>Further ones are only counted.</summary>
    public bool IsFull => _errors.Count >= Most;

    public void Add(string pointer, string message, bool mayStillArrive = false)
    {
        if (!IsFull)
            _errors.Add(new ManifestError(pointer, message) { MayStillArrive = mayStillArrive });
        else
            _more++;
    }

    public IReadOnlyList<ManifestError> ToList() =>
        _more == 0 ? [.. _errors] : [.. _errors, new ManifestError("", $"There are {_more} more errors. Correct these first.")];
}
