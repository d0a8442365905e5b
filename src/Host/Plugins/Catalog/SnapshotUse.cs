namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>Counts who still needs a snapshot. It goes when it is out of the catalog and the last hold has ended.</summary>
internal sealed class SnapshotUse(Action delete)
{
    private readonly Lock _gate = new();
    private int _holds;
    private bool _retired;

    public IDisposable Hold()
    {
        lock (_gate)
            _holds++;
        return new Holding(this);
    }

    /// <summary>In the catalog (again).</summary>
    public void Install() => SetRetired(false);

    /// <summary>Out of the catalog. Whoever found it a moment ago may still take a hold, so an unheld one stays until the next start.</summary>
    public void Retire() => SetRetired(true);

    private void SetRetired(bool retired)
    {
        lock (_gate)
            _retired = retired;
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_holds == 0 && _retired)
                delete();
        }
    }

    private sealed class Holding(SnapshotUse use) : IDisposable
    {
        private SnapshotUse? _use = use;

        public void Dispose() => Interlocked.Exchange(ref _use, null)?.End();
    }
}
