namespace PluginRoom.Worker.JavaScript;

/// <summary>When which timer of the script is due.</summary>
internal sealed class ScriptTimers
{
    private readonly Dictionary<long, long> _due = [];
    private readonly PriorityQueue<long, long> _order = new();

    internal void Schedule(long id, int milliseconds)
    {
        var due = Environment.TickCount64 + milliseconds;
        _due[id] = due;
        _order.Enqueue(id, due);
    }

    internal void Cancel(long id) => _due.Remove(id);

    internal bool TryTakeDue(out long id)
    {
        while (_order.TryPeek(out id, out var due) && due <= Environment.TickCount64)
        {
            _order.Dequeue();
            if (_due.TryGetValue(id, out var current) && current == due)
                return _due.Remove(id);
        }

        return false;
    }

    /// <summary>Until the next one.</summary>
    internal TimeSpan Wait => _order.TryPeek(out _, out var due)
        ? TimeSpan.FromMilliseconds(Math.Max(0, due - Environment.TickCount64))
        : Timeout.InfiniteTimeSpan;
}
