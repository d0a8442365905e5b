namespace PluginRoom.Protocol.Client;

/// <summary>Hub method <c>StartRecording</c>: this person, by a click in the page, starts a recording on their own device.</summary>
public sealed record RecordingStart(string PluginId);

/// <summary>Hub method <c>AnswerRecording</c>: whether this person may be seen and heard in it. Can be changed while it runs.</summary>
public sealed record RecordingAnswer(string RecordingId, bool Allow);

/// <summary>Hub method <c>StopRecording</c>. Only who started it.</summary>
public sealed record RecordingStop(string RecordingId);

/// <summary>Event <c>recordingChanged</c>: visible to all while it runs; null view (<see cref="RecordingEnded"/>) when over.</summary>
/// <param name="Allowed">Participant ids that may be recorded; only the recording person's page gets ids other than its own.</param>
public sealed record RecordingView(string Id, string PluginId, string PluginName, string StartedBy, string StartedById, long StartedAt, IReadOnlyList<string> Allowed);

/// <summary>Event <c>recordingEnded</c>.</summary>
public sealed record RecordingEnded(string Id, string Reason);
