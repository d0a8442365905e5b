namespace PluginRoom.Gauntlet.Results;

/// <summary>One way out, tried without isolation (the control) and with it.</summary>
/// <param name="Surface">Where the hostile code ran, e.g. <c>frame, Chromium</c>.</param>
/// <param name="Vector">What it tried.</param>
/// <param name="Note">What is to be known about it; empty where nothing is.</param>
internal sealed record GauntletRow(string Surface, string Vector, Outcome Without, Outcome With, string Note)
{
    /// <summary>A vector that does not work without isolation proves nothing about isolation, whatever it does with it.</summary>
    public bool IsCounted => Without == Outcome.Open && With.Reason is null;

    public string Verdict => IsCounted ? With.Word : Without.Reason is { } reason ? $"not counted: {reason}" : "not counted";
}
