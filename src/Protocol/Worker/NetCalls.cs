namespace PluginRoom.Protocol.Worker;

/// <summary>
/// What belongs to <c>net.fetch</c>. One request: parts of a body that is too large for one frame, the request itself, then as many
/// reads as the response's body needs. Answered beside the other calls, for they wait for somebody else's server.
/// </summary>
public abstract record NetCall : WorkerCall
{
    /// <summary>Bytes of a body that one frame carries, either way: a quarter of a frame, and a third more as base64.</summary>
    public const int MaxPart = 256 * 1024;
}

/// <summary>More of a body; replies <see cref="FetchUpload"/>.</summary>
/// <param name="Upload">0 for the first part, then what the reply to it said.</param>
/// <param name="Bytes">1 to <see cref="NetCall.MaxPart"/>.</param>
public sealed record FetchUploadCall(long Upload, byte[] Bytes) : NetCall;

/// <summary>The request; replies <see cref="FetchAnswer"/> when the head of the response is there.</summary>
/// <param name="Path">Below the sink's url, without a slash at its start.</param>
/// <param name="Query">Without a question mark.</param>
/// <param name="Upload">The body that was handed over in parts, or 0 for none. It is used up.</param>
public sealed record FetchCall(
    string Sink, string Method, string Path, string Query, IReadOnlyList<FetchHeader> Headers, long Upload) : NetCall;

/// <summary>Replies <see cref="FetchPart"/>: what has come of the body since, once there is something. One at a time.</summary>
public sealed record FetchReadCall(long Fetch) : NetCall;

/// <summary>The rest is not wanted.</summary>
public sealed record FetchCloseCall(long Fetch) : NetCall;

// A struct, because a list of classes may hold null and nullable annotations do not reach into it.
public readonly record struct FetchHeader(string Name, string Value);

public sealed record FetchUpload(long Upload) : CallReply;

/// <param name="Fetch">Names the response until its body has been read to the end or closed.</param>
/// <param name="Headers">Names in lower case.</param>
public sealed record FetchAnswer(long Fetch, int Status, IReadOnlyList<FetchHeader> Headers) : CallReply;

/// <param name="Bytes">At most <see cref="NetCall.MaxPart"/>; none at the end.</param>
public sealed record FetchPart(byte[] Bytes) : CallReply;
