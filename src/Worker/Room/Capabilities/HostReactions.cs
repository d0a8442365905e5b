using PluginRoom.Sdk;

namespace PluginRoom.Worker.Room.Capabilities;

internal sealed class HostReactions(DeclaredCapabilities gate) : IReactions
{
    internal EventHandlers<SentReaction> Sent { get; } = new();

    public IDisposable OnSent(Func<SentReaction, CancellationToken, Task> handler)
    {
        gate.Require("reactions.read");
        return Sent.Add(handler);
    }

    internal static Reaction Read(string name) => name switch
    {
        "thumbs-up" => Reaction.ThumbsUp,
        "applause" => Reaction.Applause,
        "heart" => Reaction.Heart,
        "laugh" => Reaction.Laugh,
        "surprise" => Reaction.Surprise,
        "party" => Reaction.Party,
        _ => throw new InvalidDataException("The host sent a reaction that this worker does not know."),
    };
}
