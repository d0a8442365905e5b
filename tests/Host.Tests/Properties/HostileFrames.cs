namespace PluginRoom.Host.Tests.Properties;

/// <summary>
/// One plugin's frames in all browsers: they tell each other everything and put all of it into everything that they say. The page takes
/// them away with their generation; what they had seen, a stale one says again.
/// </summary>
internal sealed class HostileFrames
{
    private readonly Lock _lock = new();
    private HashSet<Tag> _seen = [];
    private HashSet<Tag> _past = [];

    public int Generation { get; private set; } = -1;

    public IReadOnlyCollection<Tag> Seen
    {
        get
        {
            lock (_lock)
                return [.. _seen];
        }
    }

    /// <summary>The generation before this one, with what it had seen.</summary>
    public (int Generation, IReadOnlyCollection<Tag> Seen) Stale { get; private set; } = (-1, []);

    public void Start(int generation)
    {
        lock (_lock)
        {
            if (generation == Generation)
                return;
            (_past, _seen) = (_seen, []);
            (Stale, Generation) = ((Generation, _past), generation);
        }
    }

    public void See(IEnumerable<Tag> tags)
    {
        lock (_lock)
            _seen.UnionWith(tags);
    }
}
