namespace PluginRoom.Host.Workers.Limits;

/// <summary>What a worker is slowed down for.</summary>
internal enum SlowedFor
{
    Cpu,
    Messages,
    MessageBytes,
    ErrorOutput,
}

/// <summary>
/// Whether one worker is being slowed down, and for what. A worker at its limit is paused many times a second; people are told once
/// when it begins and once when it has been over for a while.
/// </summary>
/// <param name="began">Told once for each spell, by the thread that noticed.</param>
internal sealed class Slowness(TimeProvider time, Action<string> began)
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly (string? Words, long Last)[] _spells = new (string?, long)[Enum.GetValues<SlowedFor>().Length];
    private string? _current;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>In words; null: it runs freely. With a task that completes when that is no longer so.</summary>
    internal (string? Words, Task Changed) Current
    {
        get
        {
            lock (_gate)
                return (_current, _changed.Task);
        }
    }

    /// <summary>It is being paused now.</summary>
    /// <param name="words">Asked for when a spell begins only.</param>
    internal void Note(SlowedFor reason, Func<string> words)
    {
        string? fresh = null;
        lock (_gate)
        {
            ref var spell = ref _spells[(int)reason];
            spell.Last = time.GetTimestamp();
            if (spell.Words is null)
                Show(spell.Words = fresh = words());
        }

        if (fresh is not null)
            began(fresh);
    }

    /// <summary>Ends what has not been noted for a while. Called now and then.</summary>
    internal void Settle()
    {
        if (Volatile.Read(ref _current) is null)
            return;
        lock (_gate)
        {
            string? left = null;
            foreach (ref var spell in _spells.AsSpan())
            {
                if (spell.Words is not null && time.GetElapsedTime(spell.Last) >= Calm)
                    spell.Words = null;
                left ??= spell.Words;
            }

            if (left != _current && Array.TrueForAll(_spells, spell => spell.Words != _current))
                Show(left);
        }
    }

    private void Show(string? words)
    {
        _current = words;
        _changed.TrySetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
