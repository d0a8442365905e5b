using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room.Capabilities;

internal sealed class HostModeration(HostCalls calls) : IModeration
{
    public Task MuteAsync(ParticipantId person, string reason, CancellationToken cancellationToken) =>
        AskAsync(new MuteCall(person.Value, reason), cancellationToken);

    public Task RemoveAsync(ParticipantId person, string reason, CancellationToken cancellationToken) =>
        AskAsync(new RemoveCall(person.Value, reason), cancellationToken);

    private Task<CallReply> AskAsync(ModerationCall call, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(call.Person, "person");
        TextLimit.Check(call.Reason, IModeration.MaxReasonLength);
        return calls.AskAsync(call, cancellationToken);
    }
}
