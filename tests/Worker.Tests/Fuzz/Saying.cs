using System.Text;
using System.Text.Json;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>One frame that keeps to the protocol, and what the model answers it with; null for a frame that is not answered.</summary>
internal sealed record Saying(uint Id, byte[] Frame, Func<GateModel, string?>? Expect)
{
    private static readonly string[] Texts = ["hello", "", "\0\u0007\u202e\u2028 <script>", new('y', 4001), "\U0001f600 \ufeff \"quoted\" \\ back"];

    /// <summary>Answered beside the others, so whatever comes after it may be answered before.</summary>
    internal bool TakesItsTime { get; private init; }

    /// <summary>A worker that works: it becomes ready and then talks.</summary>
    /// <param name="mayRemember">Also calls whose answer depends on what another process did before.</param>
    internal static List<Saying> Conversation(Dice dice, FuzzRoom room, bool mayRemember = true)
    {
        var sayings = new List<Saying> { new(0, RawFrame.Of(WorkerFrameType.Ready, 0, """{"sdkVersion":"1.0.0"}"""), null) };
        for (var count = dice.Below(40); count >= 0; count--)
            sayings.Add(Any(dice, room, mayRemember));
        return sayings;
    }

    private static Saying Any(Dice dice, FuzzRoom room, bool mayRemember) => dice.Below(12) switch
    {
        0 => Report(dice, WorkerFrameType.Log, JsonSerializer.SerializeToUtf8Bytes(
            new("info", dice.Of(Texts)), WorkerJson.Default.WorkerLog)),
        1 => Report(dice, WorkerFrameType.Fault, JsonSerializer.SerializeToUtf8Bytes(
            new("chat.message", dice.Of(Texts), dice.Of(Texts)), WorkerJson.Default.WorkerFault)),
        2 or 3 => Show(dice, room),
        _ => Call(dice, new AnyCall(dice, room.Pseudonyms).Next(mayRemember)),
    };

    private static Saying Report(Dice dice, WorkerFrameType type, byte[] json) => new(0, RawFrame.Of(type, (uint)dice.Below(3), json), null);

    // The same ids come up again and again: an id is the worker's own, and a replayed one is a call like any other.
    private static Saying Call(Dice dice, WorkerCall call)
    {
        var id = (uint)dice.Below(20);
        var json = JsonSerializer.SerializeToUtf8Bytes(call, WorkerJson.Default.WorkerCall);
        return new(id, RawFrame.Of(WorkerFrameType.Call, id, json), model => model.Answer(call))
        {
            TakesItsTime = call is FetchCall or FetchReadCall or AskCall or ReadPickedCall or CallPluginCall,
        };
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
