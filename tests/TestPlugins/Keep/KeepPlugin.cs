using System.Text;
using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Keep;

/// <summary>Stores the last chat line, and does with its storage what it is told through its frame. Says the code of each refusal.</summary>
public sealed class KeepPlugin : RoomPlugin
{
    private IRoom _room = null!;

    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        _room = room;
        room.Chat.OnMessage((line, cancellation) => SayAsync(
            async () =>
            {
                await room.Storage.WriteAsync("chat", Encoding.UTF8.GetBytes(line.Text), cancellation);
                return "kept " + line.Text;
            }, cancellation));
        room.Ui.OnInput((input, cancellation) => SayAsync(() => DoAsync(input, cancellation), cancellation));
        return Task.CompletedTask;
    }

    private async Task<string> DoAsync(UiInput input, CancellationToken cancellation)
    {
        var words = input.Text.Split(' ', 3);
        IKeyValueStore store = words[0].StartsWith("my-", StringComparison.Ordinal) ? _room.UserStorage.Of(input.From) : _room.Storage;
        switch (words[0].Replace("my-", "", StringComparison.Ordinal))
        {
            case "put":
                await store.WriteAsync(words[1], Encoding.UTF8.GetBytes(words[2]), cancellation);
                return "put " + words[1];
            case "get":
                return await store.ReadAsync(words[1], cancellation) is { } value ? "got " + Encoding.UTF8.GetString(value) : "nothing";
            case "delete":
                await store.DeleteAsync(words[1], cancellation);
                return "deleted " + words[1];
            case "list":
                return "keys " + string.Join(',', await store.ListAsync("", cancellation));
            case "count":
                await store.WriteJsonAsync("count", await store.ReadJsonAsync<int>("count", cancellationToken: cancellation) + 1, cancellationToken: cancellation);
                return "counted " + await store.ReadJsonAsync<int>("count", cancellationToken: cancellation);
            case "stranger":
                await _room.UserStorage.Of(new("nobody")).WriteAsync("key", default, cancellation);
                return "kept for nobody";
            case "hang":
                await _room.Ui.BroadcastAsync("hanging"u8.ToArray(), cancellation);
                while (true)
                    Thread.Yield();
            case "notice":
                await _room.Notifications.ShowAsync("I know something", cancellation);
                return "noticed";
            default:
                throw new ArgumentException("an order that Keep does not know");
        }
    }

    private async Task SayAsync(Func<Task<string>> work, CancellationToken cancellation)
    {
        string words;
        try
        {
            words = await work();
        }
        catch (CapabilityDeniedException denied)
        {
            words = $"{denied.Capability}: {denied.Code}";
        }
        catch (RoomCallException failed)
        {
            words = failed.Code;
        }

        await _room.Ui.BroadcastAsync(Encoding.UTF8.GetBytes(words), cancellation);
    }
}
