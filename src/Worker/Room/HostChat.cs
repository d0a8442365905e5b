using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

internal sealed class HostChat(DeclaredCapabilities gate, HostCalls calls) : IChat
{
    internal EventHandlers<ChatMessage> Message { get; } = new();

    public IDisposable OnMessage(Func<ChatMessage, CancellationToken, Task> handler)
    {
        gate.Require("chat.read");
        return Message.Add(handler);
    }

    public Task SendAsync(string text, CancellationToken cancellationToken)
    {
        TextLimit.Check(text, IChat.MaxLength);
        return calls.AskAsync(new SendChatCall(text), cancellationToken);
    }

    public Task SendAsAsync(ParticipantId person, string text, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(person.Value, nameof(person));
        TextLimit.Check(text, IChat.MaxLength);
        return calls.AskAsync(new SendAsUserCall(person.Value, text), cancellationToken);
    }
}
