using System.Buffers.Binary;
using System.Reflection;
using Microsoft.Win32.SafeHandles;
using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Forge;

/// <summary>
/// Writes to the host's pipe past the SDK, as any plugin can that looks for the descriptor: the SDK in the worker is no boundary.
/// </summary>
public sealed class ForgePlugin : RoomPlugin
{
    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        room.Ui.OnInput((input, _) =>
        {
            using var stream = new FileStream(new SafeFileHandle(FindPipe(room.Log), ownsHandle: false), FileAccess.Write, 0);
            stream.Write(Forge(input.Text));
            if (input.Text == "truncated")
                Environment.FailFast("in the middle of a frame");
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private static byte[] Forge(string order) => order switch
    {
        "oversized" => Frame(70, 1, 0x7fff_ffff, []),
        "negative" => Frame(70, 1, 0xffff_ffff, []),
        "garbage" => "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(),
        "reserved" => [70, 1, 0, 0, .. Frame(70, 1, 0, [])[4..]],
        "unknown-type" => Frame(99, 1, 0, []),
        "host-type" => Frame(2, 1, 0, []),
        "ready-twice" => Frame(65, 0, 23, "{\"sdkVersion\":\"1.0.0\"} "u8),
        "pong" => Frame(67, 7, 0, []),
        "stopped" => Frame(71, 0, 0, []),
        "no-json" => Frame(66, 5, 4, "{{{{"u8),
        "unknown-call" => Frame(66, 5, 20, "{\"call\":\"room.steal\"}"u8[..20]),
        "null-text" => Frame(66, 5, 32, "{\"call\":\"chat.send\",\"text\":null}"u8),
        "no-discriminator" => Frame(66, 5, 13, "{\"text\":\"hi\"}"u8),
        "deep-json" => Frame(66, 5, 100_000, new byte[100_000].Select(_ => (byte)'[').ToArray()),
        "no-addressee" => Frame(70, 5, 0, []),
        "long-addressee" => Frame(70, 5, 3, [200, 1, 2]),
        "bad-log" => Frame(68, 0, 2, "{}"u8),
        "truncated" => Frame(70, 1, 1000, [0, 1, 2]),
        _ => throw new ArgumentException(order),
    };

    private static byte[] Frame(uint type, uint id, uint length, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[12 + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, type);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), id);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8), length);
        payload.CopyTo(frame.AsSpan(12));
        return frame;
    }

    private static int FindPipe(object log) => (int)Captured(Captured(log, "output"), "descriptor");

    private static object Captured(object owner, string parameter) => owner.GetType()
        .GetField($"<{parameter}>P", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(owner)!;
}
