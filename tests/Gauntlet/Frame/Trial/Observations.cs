using System.Text.Json;
using PluginRoom.Gauntlet.Canary;
using PluginRoom.Gauntlet.Frame.Attempts;
using PluginRoom.Gauntlet.Frame.Browsers;

namespace PluginRoom.Gauntlet.Frame.Trial;

/// <summary>Which attempts had their effect, seen from outside their frames.</summary>
internal sealed class Observations(CanaryListener canary, GauntletBrowser browser)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);

    /// <param name="found">As outside.js answers it.</param>
    public void Note(string found, IEnumerable<ArmedAttempt> attempts)
    {
        using var document = JsonDocument.Parse(found);
        var said = document.RootElement.GetProperty("said");
        var traces = document.RootElement.GetProperty("traces").GetString()!;
        foreach (var attempt in attempts)
        {
            var token = attempt.Port.Token;
            string[] words = said.TryGetProperty(token, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];
            if (words.Contains(ArmedAttempt.Started))
                _started.Add(token);
            if (attempt.Attempt.Effect == FrameEffect.Trace
                ? traces.Contains(attempt.Expected, StringComparison.Ordinal)
                : words.Any(value => value.Contains(attempt.Expected, StringComparison.Ordinal)))
                _seen.Add(token);
        }
    }

    /// <summary>What became of scripts that have no line to the page: a letter each, as Surfaces/without-document.js gives them.</summary>
    public void NoteStates(string states, IReadOnlyList<ArmedAttempt> attempts)
    {
        foreach (var (attempt, state) in attempts.Zip(states))
        {
            if (state is 'b' or 'w')
                _started.Add(attempt.Port.Token);
            if (state == 'w')
                _seen.Add(attempt.Port.Token);
        }
    }

    public bool HadEffect(ArmedAttempt attempt) => attempt.Attempt.Effect switch
    {
        FrameEffect.Canary => canary.HitsOf(attempt.Port).Count > 0,
        FrameEffect.Download => browser.Downloads.Any(name => name.Contains(attempt.Port.Token, StringComparison.Ordinal)),
        _ => _seen.Contains(attempt.Port.Token),
    };

    /// <summary>Whether its code ran at all; what did not run was not stopped by anything worth counting.</summary>
    public bool HasStarted(ArmedAttempt attempt) => _started.Contains(attempt.Port.Token);

    /// <summary>How it arrived, e.g. <c>Dns, Tcp</c>; empty for what the canary does not hear.</summary>
    public string Channels(ArmedAttempt attempt) =>
        string.Join(", ", canary.HitsOf(attempt.Port).Select(hit => hit.Channel).Distinct().Order());
}
