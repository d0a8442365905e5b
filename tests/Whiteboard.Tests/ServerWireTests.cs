using System.Text.Json;
using PluginRoom.Plugins.Whiteboard.Wire;
using Xunit;

namespace PluginRoom.Whiteboard.Tests;

public sealed class ServerWireTests
{
    public static TheoryData<string> ToServer => WireExamples.Names("toServer");

    public static TheoryData<string> FromServer => WireExamples.Names("fromServer");

    public static TheoryData<string> Malformed => WireExamples.Names("malformedToServer");

    [Theory, MemberData(nameof(ToServer))]
    public void A_frames_message_is_read_as_the_examples_say(string name)
    {
        var example = WireExamples.Named("toServer", name);
        var expected = example.GetProperty("message");

        var message = ServerWire.Read(example.Bytes());

        Assert.Equal(expected.GetProperty("type").GetString(), message.GetType().Name, ignoreCase: true);
        if (message is Update update)
            Assert.Equal(expected.Bytes("update"), update.Bytes);
        if (message is Snapshot snapshot)
            Assert.Equal((expected.GetProperty("through").GetInt64(), Convert.ToHexString(expected.Bytes("update"))), (snapshot.Through, Convert.ToHexString(snapshot.Bytes)));
    }

    [Theory, MemberData(nameof(FromServer))]
    public void A_message_to_a_frame_is_written_as_the_examples_say(string name)
    {
        var example = WireExamples.Named("fromServer", name);

        Assert.Equal(Convert.ToHexString(example.Bytes()), Convert.ToHexString(Write(example.GetProperty("message"))));
    }

    [Theory, MemberData(nameof(Malformed))]
    public void A_malformed_message_is_refused(string name)
    {
        var bytes = WireExamples.Named("malformedToServer", name).Bytes();

        Assert.Throws<MalformedMessageException>(() => ServerWire.Read(new PartAssembler(1000).Take(bytes)!.Value.Span));
    }

    [Fact]
    public void Parts_become_the_message_again()
    {
        foreach (var example in WireExamples.Of("parts"))
        {
            var assembler = new PartAssembler(1000);
            var taken = example.GetProperty("parts").EnumerateArray().Select(part => assembler.Take(WireExamples.Hex(part.GetString()!))).ToList();

            Assert.All(taken.SkipLast(1), Assert.Null);
            Assert.Equal(example.Bytes("whole"), taken[^1]!.Value.ToArray());
            Assert.Equal(0, assembler.Held);
        }
    }

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(1000, 15)]
    public void A_large_message_is_cut_below_the_limit_and_comes_back_whole(int length, int count)
    {
        var message = Enumerable.Range(0, length).Select(i => (byte)(i % 100)).ToArray();
        var parts = PartAssembler.Split(message, 100, 7).ToList();
        var assembler = new PartAssembler(1000);

        var whole = parts.ConvertAll(part => assembler.Take(part))[^1];

        Assert.Equal(count, parts.Count);
        Assert.All(parts, part => Assert.True(part.Length <= 100));
        Assert.Equal(message, whole!.Value.ToArray());
    }

    [Fact]
    public void Parts_that_grow_beyond_the_limit_are_dropped()
    {
        var assembler = new PartAssembler(10);
        assembler.Take(WireExamples.Hex("7f 01 00 09 01 02 03 04 05 06"));

        Assert.Throws<MalformedMessageException>(() => assembler.Take(WireExamples.Hex("7f 01 01 09 01 02 03 04 05 06")));
        Assert.Equal(0, assembler.Held);
    }

    private static byte[] Write(JsonElement message)
    {
        var updates = message.TryGetProperty("updates", out var list) ? list.EnumerateArray().Select(update => WireExamples.Hex(update.GetString()!)) : [];
        return message.GetProperty("type").GetString() switch
        {
            "document" => ServerWire.Document(message.GetProperty("through").GetInt64(), updates),
            "compact" => ServerWire.Compact(message.GetProperty("through").GetInt64(), updates),
            "full" => ServerWire.Full(message.GetProperty("limit").GetInt64()),
            _ => ServerWire.Refused((Refusal)message.GetProperty("reason").GetByte()),
        };
    }
}
