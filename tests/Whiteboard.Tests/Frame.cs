using System.Buffers;
using PluginRoom.Plugins.Whiteboard.Wire;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Whiteboard.Tests;

/// <summary>One person's frame: what it sends to the server side, and what it has received since it last looked.</summary>
internal sealed class Frame(FakeRoom room, FakePerson person)
{
    private int _seen = room.UiOutputs.Count;

    public FakePerson Person => person;

    public Task HelloAsync() => SendAsync([0x01]);

    public Task UpdateAsync(params byte[] update) => SendAsync([0x02, .. update]);

    public Task SnapshotAsync(long through, params byte[] update)
    {
        var writer = new ArrayBufferWriter<byte>();
        writer.Write((ReadOnlySpan<byte>)[0x03]);
        ServerWire.WriteVarint(writer, through);
        writer.Write(update.AsSpan());
        return SendAsync(writer.WrittenSpan.ToArray());
    }

    public async Task SendAsync(byte[] message)
    {
        foreach (var part in PartAssembler.Split(message, 200_000, 1))
            await person.SendUiAsync(part);
    }

    /// <summary>The messages that arrived, parts put together.</summary>
    public List<byte[]> Receive()
    {
        var assembler = new PartAssembler(64 << 20);
        var parts = room.UiOutputs.Skip(_seen).Where(output => output.To == person.Id).ToList();
        _seen = room.UiOutputs.Count;
        Assert.All(parts, part => Assert.True(part.Data.Length <= 256 * 1024));
        return [.. parts.Select(part => assembler.Take(part.Data)).Where(whole => whole is not null).Select(whole => whole!.Value.ToArray())];
    }

    /// <summary>Type, number and updates of the one message that arrived.</summary>
    public (byte Type, long Number, List<byte[]> Updates) ReceiveOne() => Read(Assert.Single(Receive()));

    private static (byte, long, List<byte[]>) Read(byte[] message)
    {
        var reader = new MessageReader(message);
        var (type, number) = (reader.Byte(), reader.Varint());
        var updates = new List<byte[]>();
        for (var rest = reader.Rest(); rest.Length > 0;)
        {
            var entry = new MessageReader(rest);
            var length = (int)entry.Varint();
            var bytes = entry.Rest();
            updates.Add(bytes[..length]);
            rest = bytes[length..];
        }

        return (type, number, updates);
    }
}
