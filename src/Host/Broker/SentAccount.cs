using System.Numerics;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>What left for one place, with one person's data in it or perhaps in it.</summary>
/// <param name="Categories">Of that person, one bit each.</param>
/// <param name="First">Milliseconds since 1970 (UTC).</param>
/// <param name="Last">Milliseconds since 1970 (UTC).</param>
public readonly record struct SentSum(SinkName Sink, uint Categories, long First, long Last, long Count, long Bytes);

/// <summary>
/// What one plugin's server side sent to places that the host cannot take it back from, and whose data it knew at that time: the answer
/// to "what has left of mine". Counted for each state of the label, so that counting costs the gate a comparison.
/// </summary>
public sealed class SentAccount
{
    private readonly Dictionary<SinkName, List<LabelledSpan>> _sent = [];

    /// <summary>Windows are emptied and stores deleted; what is elsewhere stays there.</summary>
    public static bool Counts(SinkName sink) => sink.Kind is SinkKind.External or SinkKind.Plugin or SinkKind.Room or SinkKind.Download;

    /// <summary>Out of a process that knows all of this label.</summary>
    internal void Add(DataLabel label, SinkName sink, long at, int bytes)
    {
        if (label.Categories != 0)
            Current(sink, label, at).Count(at, bytes);
    }

    /// <summary>One person's data, past the process.</summary>
    internal void Add(DataCategory category, int subject, SinkName sink, long at, int bytes)
    {
        var alone = new DataLabel();
        alone.Add(category, subject);
        Current(sink, alone, at).Count(at, bytes);
    }

    /// <summary>Gives what left of this person's data, for each sink, and does not give it again.</summary>
    /// <param name="which">Which data are wanted from where; the others stay.</param>
    public IReadOnlyList<SentSum> Take(int subject, Func<DataCategory, SinkName, bool> which)
    {
        var sums = new List<SentSum>();
        foreach (var (sink, spans) in _sent)
        {
            var wanted = Enumerable.Range(0, DataCategories.All.Count).Where(category => which((DataCategory)category, sink)).ToList();
            var sum = new SentSum(sink, 0, long.MaxValue, 0, 0, 0);
            foreach (var span in spans)
                sum = span.Take(wanted, subject) is var taken and not 0 ? Add(sum, span, taken) : sum;
            if (sum.Categories != 0)
                sums.Add(sum);
            spans.RemoveAll(span => span.IsTaken);
        }

        return sums;
    }

    private static SentSum Add(SentSum sum, LabelledSpan span, uint categories) => sum with
    {
        Categories = sum.Categories | categories,
        First = Math.Min(sum.First, span.First),
        Last = Math.Max(sum.Last, span.Last),
        Count = sum.Count + span.Messages,
        Bytes = sum.Bytes + span.Bytes,
    };

    private LabelledSpan Current(SinkName sink, DataLabel label, long at)
    {
        if (!_sent.TryGetValue(sink, out var spans))
            _sent.Add(sink, spans = []);
        if (spans.Count == 0 || !spans[^1].IsFor(label))
            spans.Add(new LabelledSpan(label, at));
        return spans[^1];
    }

    /// <summary>What was sent while the label was one and the same.</summary>
    private sealed class LabelledSpan(DataLabel label, long first)
    {
        private readonly WeakReference<DataLabel> _label = new(label);
        private readonly int _version = label.Version;
        private readonly DataLabel _tags = Copy(label);
        private readonly HashSet<(DataCategory, int)> _taken = [];

        public long First { get; } = first;

        public long Last { get; private set; } = first;

        public long Messages { get; private set; }

        public long Bytes { get; private set; }

        /// <summary>Everybody concerned was given it.</summary>
        public bool IsTaken => _taken.Count == Tags();

        public bool IsFor(DataLabel current) => current.Version == _version && _label.TryGetTarget(out var mine) && mine == current && _taken.Count == 0;

        public void Count(long at, int bytes) => (Last, Messages, Bytes) = (at, Messages + 1, Bytes + bytes);

        /// <returns>What of it was wanted, was in the label, and was not taken before.</returns>
        public uint Take(IEnumerable<int> categories, int subject)
        {
            var taken = 0u;
            foreach (var category in categories)
                if (_tags.Contains((DataCategory)category, subject) && _taken.Add(((DataCategory)category, subject)))
                    taken |= 1u << category;
            return taken;
        }

        private int Tags()
        {
            var count = 0;
            for (var rest = _tags.Categories; rest != 0; rest &= rest - 1)
                count += _tags.SubjectsOf((DataCategory)BitOperations.TrailingZeroCount(rest)).ToList().Count;
            return count;
        }

        private static DataLabel Copy(DataLabel label)
        {
            var copy = new DataLabel();
            copy.AddAll(label);
            return copy;
        }
    }
}
