using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

internal sealed class HostNotifications(HostCalls calls) : INotifications
{
    public Task ShowAsync(string text, CancellationToken cancellationToken)
    {
        TextLimit.Check(text, INotifications.MaxLength);
        return calls.AskAsync(new NotifyCall(text), cancellationToken);
    }
}
