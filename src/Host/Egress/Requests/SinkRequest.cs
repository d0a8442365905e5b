namespace PluginRoom.Host.Egress.Requests;

/// <summary>A header field, e.g. <c>content-type</c>.</summary>
internal readonly record struct SinkHeader(string Name, string Value);

/// <summary>What a plugin asks to be sent, unchecked.</summary>
/// <param name="Path">Below the sink's url, without a slash at its start.</param>
/// <param name="Query">Without a question mark; empty for none.</param>
internal sealed record SinkRequest(
    string Method, string Path, string Query, IReadOnlyList<SinkHeader> Headers, ReadOnlyMemory<byte> Body);
