using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class ModerationPart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        orders.On("moderation.mute", (words, cancellation) => room.Moderation.MuteAsync(Person(words), Reason(words), cancellation));
        orders.On("moderation.remove", (words, cancellation) => room.Moderation.RemoveAsync(Person(words), Reason(words), cancellation));
    }

    private static ParticipantId Person(string words) => new(words.Split(' ')[0]);

    private static string Reason(string words) => words.Split(' ', 2)[1];
}
