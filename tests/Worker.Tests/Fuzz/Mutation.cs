using System.Text;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>Breaks a stream of good frames in one of the ways in which a hostile worker would.</summary>
internal static class Mutation
{
    private static readonly uint[] Lengths = [0, 1, 11, 12, 13, 65_535, 65_536, 1 << 20, (1 << 20) + 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

    private static readonly string[] Payloads =
    [
        "", "null", "[]", "\"\"", "0", "{}", "{", "{{{{", new('[', 100_000), new string('[', 63) + new string(']', 63),
        """{"call":"room.steal"}""", """{"call":0}""", """{"call":null}""", """{"CALL":"room.read"}""", """{"text":"x","call":"chat.send"}""",
        """{"call":"chat.send"}""", """{"call":"chat.send","text":null}""", """{"call":"chat.send","text":1e999}""",
        """{"call":"chat.send","text":"a","text":"b"}""", """{"call":"room.read","call":"chat.send","text":"b"}""",
        """{"call":"chat.send","text":"a","more":1}""", """{"$type":"System.Diagnostics.Process","call":"room.read"}""",
        """{"call":"room.read","$id":"1","$ref":"1","$values":[]}""", """{"call":"room.read","capability":"chat.send"}""",
        """{"call":"chat.send","text":"\ud800"}""", """{"call":"chat.send","text":"\u0000"}""", """{"call":"chat.send","text":"x"}//""",
        """{"call":"chat.send","text":"x",}""", "\ufeff{\"call\":\"room.read\"}", """{"reply":"room","name":"x","people":1}""",
        """{"level":"info","message":"a","message":"b"}""", """{"level":1,"message":[]}""", """{"sdkVersion":{}}""",
        """{"during":"start","message":"x"}""", """{"call":"undeclared.use","capability":"chat.send"}""",
        """{"call":"undeclared.use","capability":"moderation.remove"}""", "{\"call\":\"" + new string('x', 200_000) + "\"}",
        "{\"" + new string('k', 100_000) + "\":1}", "{\"call\":\"chat.send\",\"text\":" + new string('9', 50_000) + "}",
        """{"call":"net.fetch","sink":"x","method":"GET","path":"","query":"","headers":[null],"upload":0}""",
        """{"call":"net.fetch","sink":"x","method":"GET","path":"..","query":"","headers":[{"name":"a","value":"b"}],"upload":-1}""",
        """{"call":"net.upload","upload":9223372036854775807,"bytes":"AA=="}""", """{"call":"net.read","fetch":1}""", """{"call":"net.close","fetch":-1}""",
        """{"call":"net.upload","upload":0,"bytes":"\u0000"}""", """{"call":"webhook.read"}""", """{"call":"storage.read","person":null,"key":"k"}""",
        """{"call":"storage.write","person":"nobody","key":"","value":""}""", """{"call":"storage.list","person":null,"prefix":"\ud800"}""",
        "\u00ff\u00fe\u00fd", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ];

    internal static byte[] Of(List<byte[]> frames, Dice dice)
    {
        for (var count = 1 + dice.Below(3); count > 0; count--)
        {
            switch (dice.Below(5))
            {
                case 0:
                    frames.Insert(dice.Below(frames.Count + 1), Forged(dice));
                    break;
                case 1 when frames.Count > 1:
                    (frames[0], frames[^1]) = (frames[^1], frames[0]);
                    break;
                case 2:
                    frames.Add(dice.Of(frames));
                    break;
                case 3:
                    frames.Insert(dice.Below(frames.Count + 1), RawFrame.Of((uint)dice.Below(256), dice.Once(2) ? 0 : (uint)dice.Next(), 0, []));
                    break;
                default:
                    var index = dice.Below(frames.Count);
                    frames[index] = Broken(frames[index], dice);
                    break;
            }
        }

        byte[] stream = [.. frames.SelectMany(static frame => frame)];
        return dice.Once(3) ? stream[..dice.Below(stream.Length + 1)] : stream;
    }

    /// <summary>A right header, and a payload that its type may not have.</summary>
    private static byte[] Forged(Dice dice)
    {
        var type = dice.Of(Enum.GetValues<WorkerFrameType>());
        var payload = dice.Once(4) ? dice.Bytes(dice.Below(300)) : Encoding.UTF8.GetBytes(dice.Once(3) ? dice.Of(Payloads) : Ugly.Any(dice));
        return RawFrame.Of(dice.Once(2) ? WorkerFrameType.Call : type, (uint)dice.Below(20), payload);
    }

    private static byte[] Broken(byte[] frame, Dice dice)
    {
        // Two mutations may hit one frame; what the first has cut short has no header left to break.
        if (frame.Length < FrameHeader.Size)
            return [.. frame, .. dice.Bytes(dice.Below(20))];
        frame = [.. frame];
        switch (dice.Below(6))
        {
            case 0:
                frame[dice.Below(frame.Length)] ^= (byte)(1 << dice.Below(8));
                return frame;
            case 1:
                frame[dice.Below(FrameHeader.Size)] = (byte)dice.Next();
                return frame;
            case 2:
                BitConverter.TryWriteBytes(frame.AsSpan(8), dice.Of(Lengths));
                return frame;
            case 3:
                return frame[..dice.Below(frame.Length)];
            case 4:
                var at = dice.Below(frame.Length);
                return [.. frame[..at], .. dice.Bytes(dice.Below(20)), .. frame[at..]];
            default:
                var from = dice.Below(frame.Length);
                return [.. frame[..from], .. frame[(from + dice.Below(frame.Length - from))..]];
        }
    }
}
