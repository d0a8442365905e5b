namespace PluginRoom.Host.Commands.Doctor;

internal enum FindingStatus
{
    Ok,

    /// <summary>It works, and the operator should know.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Problem,
}

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Part">Under which heading it stands, such as <c>sandbox</c>.</param>
/// <param name="Name">What it is, such as <c>tier 1</c>.</param>
/// <param name="Words">How it is.</param>
/// <param name="Remedy">What to do, a command where there is one; null: nothing.</param>
internal sealed record Finding(string Part, string Name, FindingStatus Status, string Words, string? Remedy = null)
{
    public static Finding Ok(string part, string name, string words) => new(part, name, FindingStatus.Ok, words);

    public static Finding Warning(string part, string name, string words, string? remedy = null) => new(part, name, FindingStatus.Warning, words, remedy);

    public static Finding Problem(string part, string name, string words, string? remedy = null) => new(part, name, FindingStatus.Problem, words, remedy);
}
