using System.Security.Cryptography;
using System.Text;
using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Fetch;

/// <summary>Sends what is typed: "METHOD path bytes", bytes being the length of the body, to the sink api, or to the one before a colon.</summary>
public sealed class FetchPlugin : RoomPlugin
{
    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        room.Chat.OnMessage((_, _) => Task.CompletedTask);
        try
        {
            room.Webhook.OnReceived((message, cancellation) => room.Ui.BroadcastAsync(
                Encoding.UTF8.GetBytes($"received {message.Id} {message.ContentType} {Encoding.UTF8.GetString(message.Body.Span[..Math.Min(40, message.Body.Length)])}"), cancellation));
        }
        catch (CapabilityDeniedException denied)
        {
            room.Log.Info("without " + denied.Capability);
        }

        room.Ui.OnInput((input, cancellation) =>
        {
            // Beside the handler, which must not wait for somebody else's server.
            _ = TellAsync(room, input.Text.Split(' '), cancellationToken);
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private static async Task TellAsync(IRoom room, string[] words, CancellationToken cancellation)
    {
        string line;
        try
        {
            line = words[0] switch
            {
                "say" => words[1],
                "hook" => await HookAsync(room, cancellation),
                _ => await FetchAsync(room, words, cancellation),
            };
        }
        catch (CapabilityDeniedException denied)
        {
            line = $"denied {denied.Capability} {denied.Code}: {denied.Message}";
        }
        catch (RoomCallException failed)
        {
            line = $"failed {failed.Code}: {failed.Message}";
        }

        await room.Ui.BroadcastAsync(Encoding.UTF8.GetBytes(line), cancellation);
    }

    private static async Task<string> FetchAsync(IRoom room, string[] words, CancellationToken cancellation)
    {
        var target = words[1].Split(':');
        await using var response = await room.Net.FetchAsync(
            target.Length > 1 ? target[0] : "api",
            new() { Method = words[0], Path = target[^1], Body = Body(int.Parse(words[2])) },
            cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0;
        while (await response.ReadAsync(cancellation) is { IsEmpty: false } part)
        {
            hash.AppendData(part.Span);
            length += part.Length;
        }

        return $"{response.Status} {length} {Convert.ToHexString(hash.GetCurrentHash())}";
    }

    private static async Task<string> HookAsync(IRoom room, CancellationToken cancellation)
    {
        var place = await room.Webhook.ReadPlaceAsync(cancellation);
        return $"{place.Path} {place.Secret}";
    }

    private static byte[] Body(int length)
    {
        var body = new byte[length];
        for (var at = 0; at < length; at++)
            body[at] = (byte)(at * 31 >> 3);
        return body;
    }
}
