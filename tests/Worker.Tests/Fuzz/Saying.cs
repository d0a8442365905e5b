using System.Text;
using System.Text.Json;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>One frame that keeps to the protocol, and what the model answers it with; null for a frame that is not answered.</summary>
internal sealed record Saying(uint Id, byte[] Frame, Func<GateModel, string>? Expect)
{
    private static readonly string[] Texts =
    [
        "hello", "", " ", "\0\u0007\u202e\u2028 <script>", new('x', 200), new('x', 201), new('y', 4000), new('y', 4001),
        "\U0001f600 \ufeff \"quoted\" \\ back", new('\u00e4', 3000), "{\"call\":\"chat.send\"}",
    ];

    /// <summary>A worker that works: it becomes ready and then talks.</summary>
    internal static List<Saying> Conversation(Dice dice, FuzzRoom room)
    {
        var sayings = new List<Saying> { new(0, RawFrame.Of(WorkerFrameType.Ready, 0, """{"sdkVersion":"1.0.0"}"""), null) };
        for (var count = dice.Below(40); count >= 0; count--)
            sayings.Add(Any(dice, room));
        return sayings;
    }

    private static Saying Any(Dice dice, FuzzRoom room) => dice.Below(8) switch
    {
        0 => Report(dice, WorkerFrameType.Log, JsonSerializer.SerializeToUtf8Bytes(
            new("info", dice.Of(Texts)), WorkerJson.Default.WorkerLog)),
        1 => Report(dice, WorkerFrameType.Fault, JsonSerializer.SerializeToUtf8Bytes(
            new("chat.message", dice.Of(Texts), dice.Of(Texts)), WorkerJson.Default.WorkerFault)),
        2 or 3 => Show(dice, room),
        _ => Call(dice),
    };

    private static Saying Report(Dice dice, WorkerFrameType type, byte[] json) => new(0, RawFrame.Of(type, (uint)dice.Below(3), json), null);

    // The same ids come up again and again: an id is the worker's own, and a replayed one is a call like any other.
    private static Saying Call(Dice dice)
    {
        WorkerCall call = dice.Below(6) switch
        {
            0 => new ReadRoomCall(),
            1 => new ListParticipantsCall(),
            2 or 3 => new SendChatCall(dice.Of(Texts)),
            4 => new NotifyCall(dice.Of(Texts)),
            _ => new UndeclaredUseCall(dice.Once(3) ? "no.such" : dice.Of(Capability.All).Name),
        };
        var id = (uint)dice.Below(20);
        var json = JsonSerializer.SerializeToUtf8Bytes(call, WorkerJson.Default.WorkerCall);
        return new(id, RawFrame.Of(WorkerFrameType.Call, id, json), model => model.Answer(call));
    }

    private static Saying Show(Dice dice, FuzzRoom room)
    {
        var data = dice.Bytes(dice.Once(10) ? dice.Below(200_000) : dice.Below(40));
        var addressee = dice.Once(2) ? null : dice.Once(3) ? "nobody" : dice.Of(GateShape.People);
        var id = uint.MaxValue - (uint)dice.Below(3);
        var to = Encoding.UTF8.GetBytes(addressee is null ? "" : room.PseudonymOf(addressee));
        return new(
            id,
            RawFrame.Of(WorkerFrameType.UiOutput, id, [(byte)to.Length, .. to, .. data]),
            model => model.Show(addressee, data));
    }
}
