namespace PluginRoom.Protocol.Client;

/// <summary>
/// Event <c>pluginQuestion</c>, to the one person who decides: a plugin wants what only a person can do. The page asks in its own words.
/// Sent again with the same id when that person's socket was away.
/// </summary>
/// <param name="Kind"><c>sendAsUser</c>, <c>pickFile</c>, <c>mute</c> or <c>remove</c>.</param>
/// <param name="Text">What the plugin's server side wrote: the line to send, or the reason to mute or remove. Empty for <c>pickFile</c>.</param>
/// <param name="ParticipantId">Whom to mute or remove; null where it is the person who is asked.</param>
/// <param name="Accept"><c>pickFile</c>: kinds of files that the plugin can use, e.g. <c>image</c>; empty: any.</param>
/// <param name="MaxBytes"><c>pickFile</c>: of one file.</param>
/// <param name="Seconds">From when it was sent first; then it is over.</param>
public sealed record PluginQuestion(
    string Id,
    string PluginId,
    string PluginName,
    string Kind,
    string Text,
    string? ParticipantId,
    IReadOnlyList<string> Accept,
    int MaxBytes,
    int MaxFiles,
    int Seconds);

/// <summary>
/// Hub method <c>AnswerQuestion</c>, by the person who was asked. <c>Done</c> after a yes: the host has carried it out, or the page may. For
/// <c>pickFile</c> this is the no; the yes is <c>HandFiles</c>.
/// </summary>
public sealed record QuestionAnswer(string Id, bool Allow);

/// <summary>Event <c>pluginQuestionGone</c>: the time is over, or the plugin does not ask any more.</summary>
public sealed record PluginQuestionGone(string Id);
