namespace PluginRoom.Host.Commands;

/// <summary>What a verb ends with; the same for every verb, so that scripts can rely on it.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>The verb did its work, and what it looked at is not good.</summary>
    public const int NotGood = 1;

    /// <summary>Nothing was looked at: the words or the options were wrong.</summary>
    public const int WrongUse = 2;
}
