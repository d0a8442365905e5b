namespace PluginRoom.Worker.JavaScript;

/// <summary>A turn in the script ended by an exception.</summary>
/// <param name="thrown">What the script threw; 0 when it was stopped from outside.</param>
/// <param name="stack">Where it was, when stopped from outside.</param>
internal sealed class ScriptException(string message, nint thrown, string? stack) : Exception(message)
{
    internal nint Thrown { get; } = thrown;

    internal string? Stack { get; } = stack;
}
