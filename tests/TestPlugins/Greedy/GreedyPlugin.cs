using System.Text;
using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Greedy;

/// <summary>Reaches for what its manifest does not name, and for more of the rest than is good.</summary>
public sealed class GreedyPlugin : RoomPlugin
{
    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        room.Ui.OnInput((input, cancellation) => input.Text switch
        {
            "grab" => GrabAsync(room, cancellation),
            "store" => StoreAsync(room, input.From, cancellation),
            "flood" => FloodAsync(room),
            "log" => LogAsync(room, cancellation),
            _ => room.Ui.SendAsync(input.From, input.Data, cancellation),
        });
        return Task.CompletedTask;
    }

    private static async Task GrabAsync(IRoom room, CancellationToken cancellation)
    {
        (string, Func<Task>)[] reaches =
        [
            ("chat.send", () => room.Chat.SendAsync("buy now", cancellation)),
            ("participants.list", () => room.Participants.ListAsync(cancellation)),
            ("room.info.read", () => room.Info.ReadAsync(cancellation)),
            ("ui.notification", () => room.Notifications.ShowAsync("buy now", cancellation)),
            ("chat.read", () => Registered(room.Chat.OnMessage((_, _) => Task.CompletedTask))),
            ("presence.subscribe", () => Registered(room.Presence.OnJoined((_, _) => Task.CompletedTask))),
            ("participants.profile.read", () => Registered(room.Participants.OnRenamed((_, _) => Task.CompletedTask))),
            ("recording.write", () => Registered(room.Recordings.OnStarted((_, _) => Task.CompletedTask))),
        ];
        foreach (var (capability, reach) in reaches)
            await TellAsync(room, await TryAsync(capability, reach), cancellation);
    }

    private static async Task StoreAsync(IRoom room, ParticipantId person, CancellationToken cancellation)
    {
        await TellAsync(room, await TryAsync("storage.room", () => room.Storage.WriteAsync("key", new byte[1], cancellation)), cancellation);
        await TellAsync(room, await TryAsync("storage.user", () => room.UserStorage.Of(person).ReadAsync("key", cancellation)), cancellation);
    }

    private static async Task<string> TryAsync(string capability, Func<Task> reach)
    {
        try
        {
            await reach();
            return $"{capability}: got it";
        }
        catch (CapabilityDeniedException denied)
        {
            return $"{denied.Capability}: {denied.Code}";
        }
    }

    private static async Task FloodAsync(IRoom room)
    {
        var sends = new Task[2000];
        for (var index = 0; index < sends.Length; index++)
            sends[index] = room.Ui.BroadcastAsync(new byte[16]);
        room.Log.Info("flooded");
        var refused = 0;
        foreach (var send in sends)
        {
            try
            {
                await send;
            }
            catch (CapabilityDeniedException)
            {
                refused++;
            }
        }

        await TellAsync(room, $"refused {refused}", default);
    }

    private static Task LogAsync(IRoom room, CancellationToken cancellation)
    {
        for (var line = 0; line < 20_000; line++)
            room.Log.Info("line " + line);
        return TellAsync(room, "logged", cancellation);
    }

    private static Task Registered(IDisposable registration) => Task.CompletedTask;

    private static Task TellAsync(IRoom room, string line, CancellationToken cancellation) =>
        room.Ui.BroadcastAsync(Encoding.UTF8.GetBytes(line), cancellation);
}
