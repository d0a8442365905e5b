using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>How often one person's page may deliver of each kind, whatever its own limit says: it may have been changed.</summary>
internal sealed class DeliveryRates(TimeProvider time)
{
    private readonly Dictionary<(string Participant, Capability Kind), TokenBucket> _buckets = [];

    public bool MayDeliver(Participant from, Capability kind, double burst, double perSecond)
    {
        if (!_buckets.TryGetValue((from.Id, kind), out var bucket))
            _buckets.Add((from.Id, kind), bucket = new TokenBucket(time, burst, perSecond));
        return bucket.TryTake(1);
    }

    public void Forget(Participant gone)
    {
        foreach (var key in _buckets.Keys.Where(key => key.Participant == gone.Id).ToList())
            _buckets.Remove(key);
    }
}
