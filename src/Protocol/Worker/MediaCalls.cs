namespace PluginRoom.Protocol.Worker;

/// <summary>
/// <c>media.audio.receive</c>, <c>media.video.receive</c> or <c>media.screen.receive</c>: one person's stream, which that person is asked about
/// each time. Fails with <c>media.no-peer</c> on a host that has no media peer.
/// </summary>
/// <param name="Person">Pseudonym of somebody who is here.</param>
/// <param name="Kind"><c>audio</c>, <c>video</c> or <c>screen</c>.</param>
public sealed record ReceiveMediaCall(string Person, string Kind) : WorkerCall;

/// <summary><c>media.publish</c>, sink <c>room</c>: a stream of the plugin's own, badged as the plugin's. Fails as <see cref="ReceiveMediaCall"/> does.</summary>
/// <param name="Kind"><c>audio</c>, <c>video</c> or <c>screen</c>.</param>
public sealed record PublishMediaCall(string Kind) : WorkerCall;
