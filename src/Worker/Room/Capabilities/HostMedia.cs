using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room.Capabilities;

internal sealed class HostMedia(HostCalls calls) : IMedia
{
    public Task ReceiveAsync(ParticipantId person, MediaKind kind, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(person.Value, nameof(person));
        return calls.AskAsync(new ReceiveMediaCall(person.Value, NameOf(kind)), cancellationToken);
    }

    public Task PublishAsync(MediaKind kind, CancellationToken cancellationToken) =>
        calls.AskAsync(new PublishMediaCall(NameOf(kind)), cancellationToken);

    private static string NameOf(MediaKind kind) => kind switch
    {
        MediaKind.Audio => "audio",
        MediaKind.Video => "video",
        MediaKind.Screen => "screen",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
