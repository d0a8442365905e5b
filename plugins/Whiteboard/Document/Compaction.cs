using PluginRoom.Sdk;

namespace PluginRoom.Plugins.Whiteboard.Document;

/// <summary>Who is asked for the next snapshot. One frame at a time; one that does not answer in time is passed over.</summary>
internal sealed class Compaction(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // Frames in the order in which they were last asked, and the number up to which each surely has everything.
    private readonly Dictionary<ParticipantId, long> _sentThrough = [];
    private readonly List<ParticipantId> _queue = [];
    private (ParticipantId Who, long Through, long At)? _asked;

    /// <summary>This frame loaded and was sent everything up to <paramref name="through"/>.</summary>
    public void Known(ParticipantId frame, long through)
    {
        if (!_sentThrough.ContainsKey(frame))
            _queue.Add(frame);
        _sentThrough[frame] = through;
        // It loaded anew, so it has forgotten what it was asked for.
        if (_asked?.Who == frame)
            _asked = null;
    }

    /// <summary>Picks a frame to ask, or null: one is asked already, or none is known. <c>Has</c>: the number up to which it has everything.</summary>
    public (ParticipantId Who, long Has)? Ask(long through)
    {
        if (_asked is { } asked && time.GetElapsedTime(asked.At) < Patience)
            return null;
        if (_queue.Count == 0)
            return null;
        var who = _queue[0];
        _queue.RemoveAt(0);
        _queue.Add(who);
        _asked = (who, through, time.GetTimestamp());
        return (who, _sentThrough[who]);
    }

    /// <summary>Whether this is the snapshot that was asked for. It is then no longer asked for.</summary>
    public bool Accept(ParticipantId from, long through)
    {
        if (_asked is not { } asked || asked.Who != from || asked.Through != through)
            return false;
        _asked = null;
        _sentThrough[from] = through;
        return true;
    }

    /// <summary>This frame cannot be reached any more.</summary>
    public void Forget(ParticipantId frame)
    {
        _queue.Remove(frame);
        _sentThrough.Remove(frame);
        if (_asked?.Who == frame)
            _asked = null;
    }
}
