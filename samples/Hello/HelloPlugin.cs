using PluginRoom.Sdk;

namespace PluginRoom.Samples.Hello;

/// <summary>Greets whoever lets it know that they came.</summary>
public sealed class HelloPlugin : RoomPlugin
{
    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        room.Presence.OnJoined((person, cancellation) =>
            room.Chat.SendAsync($"Welcome, {person.Name ?? "whoever you are"}!", cancellation));
        return Task.CompletedTask;
    }
}
