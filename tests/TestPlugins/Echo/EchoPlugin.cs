using System.Text;
using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Echo;

/// <summary>Sends UI input back to its sender, and chat into the chat, where the manifest lets it.</summary>
public sealed class EchoPlugin : RoomPlugin
{
    private IRoom _room = null!;

    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        _room = room;
        room.Ui.OnInput(AnswerAsync);
        try
        {
            room.Chat.OnMessage((message, cancellation) => room.Chat.SendAsync("echo: " + message.Text, cancellation));
            room.Presence.OnJoined((person, cancellation) => TellAsync($"joined {person.Id} {person.Name}", cancellation));
            room.Presence.OnLeft((id, cancellation) => TellAsync($"left {id}", cancellation));
            room.Participants.OnRenamed((person, cancellation) => TellAsync($"renamed {person.Id} {person.Name}", cancellation));
        }
        catch (CapabilityDeniedException denied)
        {
            room.Log.Info("without " + denied.Capability);
        }

        return Task.CompletedTask;
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _room.Log.Info("stopped in order");
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(UiInput input, CancellationToken cancellation)
    {
        if (!input.Data.Span.StartsWith("do:"u8))
        {
            await _room.Ui.SendAsync(input.From, input.Data, cancellation);
            return;
        }

        switch (input.Text[3..])
        {
            case "room":
                await TellAsync((await _room.Info.ReadAsync(cancellation)).ToString(), cancellation);
                break;
            case "people":
                var people = await _room.Participants.ListAsync(cancellation);
                await TellAsync(string.Join(",", people.Select(person => $"{person.Id}={person.Name}")), cancellation);
                break;
            case "print":
                Console.WriteLine("printed");
                using (var raw = Console.OpenStandardOutput())
                    raw.Write(Encoding.UTF8.GetBytes("raw bytes that are no frame\n"));
                await TellAsync("read " + Console.OpenStandardInput().Read(new byte[1]), cancellation);
                break;
            case "notice":
                await _room.Notifications.ShowAsync("noticed", cancellation);
                break;
            case "sum":
                var hash = System.Security.Cryptography.SHA256.HashData(input.Data.Span);
                await TellAsync(Convert.ToHexString(hash) + " " + Guid.NewGuid(), cancellation);
                break;
            default:
                throw new ArgumentException("an order that Echo does not know");
        }
    }

    private Task TellAsync(string line, CancellationToken cancellation) =>
        _room.Ui.BroadcastAsync(Encoding.UTF8.GetBytes(line), cancellation);
}
