using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class ChatPart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        orders.On("chat.send", (words, cancellation) => room.Chat.SendAsync(words, cancellation));
        orders.Listen("chat.read", say => room.Chat.OnMessage((line, _) => Said(say, $"{line.From} {line.Text}")));
    }
}
