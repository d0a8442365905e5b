using System.Text;
using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Bomb;

/// <summary>Each says "done" when all of it has been handed over.</summary>
internal static class FloodBombs
{
    internal static async Task MessagesAsync(IRoom room)
    {
        for (var message = 0; message < 300; message++)
            await room.Ui.BroadcastAsync("flood"u8.ToArray());
        await DoneAsync(room);
    }

    internal static async Task BytesAsync(IRoom room)
    {
        var data = new byte[256 * 1024];
        for (var message = 0; message < 16; message++)
            await room.Ui.BroadcastAsync(data);
        await DoneAsync(room);
    }

    internal static Task LogAsync(IRoom room)
    {
        for (var line = 0; line < 300; line++)
            room.Log.Info("line " + line);
        return DoneAsync(room);
    }

    internal static Task StandardOutputAsync(IRoom room)
    {
        for (var line = 0; line < 300; line++)
            Console.WriteLine("line " + line);
        return DoneAsync(room);
    }

    internal static Task ErrorOutputAsync(IRoom room)
    {
        var line = new string('x', 1023);
        for (var kilobyte = 0; kilobyte < 3 * 1024; kilobyte++)
            Console.Error.WriteLine(line);
        return DoneAsync(room);
    }

    private static Task DoneAsync(IRoom room) => room.Ui.BroadcastAsync(Encoding.UTF8.GetBytes("done"));
}
