namespace PluginRoom.Gauntlet.Results;

/// <summary>How one attempt went under one condition.</summary>
internal sealed record Outcome
{
    private Outcome(string word, string? reason = null) => (Word, Reason) = (word, reason);

    /// <summary>It had its effect.</summary>
    public static Outcome Open { get; } = new("open");

    /// <summary>It had none.</summary>
    public static Outcome Blocked { get; } = new("blocked");

    public string Word { get; }

    /// <summary>Why it could not be tried.</summary>
    public string? Reason { get; }

    public static Outcome NotApplicable(string reason) => new("not applicable", reason);

    public override string ToString() => Reason is null ? Word : $"{Word}: {Reason}";
}
