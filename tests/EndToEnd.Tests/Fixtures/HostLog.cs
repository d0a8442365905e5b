using System.Text;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>Everything that the host wrote, as it comes.</summary>
internal sealed class HostLog
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly List<(string Text, TaskCompletionSource<string> Seen)> _awaited = [];

    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lock)
        {
            _text.AppendLine(line);
            foreach (var (_, seen) in _awaited.Where(awaited => line.Contains(awaited.Text, StringComparison.Ordinal)))
                seen.TrySetResult(line);
        }
    }

    /// <summary>The first line that contains <paramref name="text"/>, written already or to come.</summary>
    public Task<string> Line(string text)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (ToString().Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } written)
                seen.SetResult(written.TrimEnd());
            else
                _awaited.Add((text, seen));
        }

        return Deadline.Within(seen.Task, () => $"The host never wrote '{text}'. It wrote:\n{this}");
    }

    public override string ToString()
    {
        lock (_lock)
            return _text.ToString();
    }
}
