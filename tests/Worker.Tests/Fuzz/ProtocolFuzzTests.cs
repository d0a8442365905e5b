using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;
using Xunit;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>
/// The host's reading end, from bytes to the room, in front of whatever a worker may write. Each case has a manifest, consents, a
/// label and a stream of its own, all from one seed.
/// </summary>
public sealed class ProtocolFuzzTests
{
    /// <summary>Per byte that arrived, and at all: a buffer of the largest frame, and what a few errors weigh.</summary>
    private const int AllocationPerByte = 64;
    private const int AllocationAtAll = 4 << 20;

    private static readonly string[] PluginEvents = ["pluginChat", "pluginNotification", "pluginMessage"];

    [Fact]
    public Task Every_call_of_a_worker_that_keeps_to_the_protocol_is_answered_as_the_model_says() => TryAll(async (dice, room) =>
    {
        await HearWellBehaved(dice, room, fresh: false);
    });

    [Fact]
    public Task Broken_streams_neither_harm_the_host_nor_widen_a_grant() => TryAll(async (dice, room) =>
    {
        var stream = Mutation.Of([.. Saying.Conversation(dice, room).Select(static saying => saying.Frame)], dice);

        var spoken = await SpokenStream.HearAsync(room, Pieces(stream, dice));

        if (spoken.Broken is { } broken)
            Assert.IsType<InvalidDataException>(broken);
        Assert.All(spoken.Ends, static end => Assert.Equal(WorkerExitKind.StartFailed, end));
        Assert.InRange(spoken.Allocated, 0, ((long)stream.Length * AllocationPerByte) + AllocationAtAll);
        AssertAnsweredOnce(spoken, RawFrame.Asked(stream));
        await AssertNothingBeyondTheGrants(spoken, room);
        Assert.False(room.SomebodyWasThrownOut);

        // Whoever comes after it finds the room as it should be.
        room.Time.Advance(TimeSpan.FromMinutes(5));
        await room.Owner.StateChangedAsync(new WorkerStarting(), TestContext.Current.CancellationToken);
        room.TakeHeard();
        await HearWellBehaved(dice, room, fresh: true);
    });

    private static async Task TryAll(Func<Dice, FuzzRoom, Task> tryOne)
    {
        var budget = new Budget();
        foreach (var dice in budget.Cases())
        {
            try
            {
                await tryOne(dice, await FuzzRoom.OpenAsync(new GateShape(dice)));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"{budget}: {failure.Message}", failure);
            }
        }

        Console.Out.WriteLine($"Worker protocol: {budget}");
        Assert.InRange(budget.Done, 1, int.MaxValue);
    }

    private static async Task HearWellBehaved(Dice dice, FuzzRoom room, bool fresh)
    {
        var sayings = Saying.Conversation(dice, room);
        var model = new GateModel(room.Shape, fresh);
        var expected = sayings.Where(static saying => saying.Expect is not null).Select(saying => (saying.Id, saying.Expect!(model))).ToList();
        var before = room.Decisions;

        var spoken = await SpokenStream.HearAsync(room, Pieces([.. sayings.SelectMany(static saying => saying.Frame)], dice), expected.Count);

        Assert.Null(spoken.Broken);
        Assert.Equal(expected, spoken.Replies.Select(static reply => (reply.Id, Words(reply.Reply))));
        Assert.Equal(model.Heard, room.TakeHeard().Select(static heard => (heard.Person, heard.Event, Text(heard.Payload))));
        Assert.Equal(model.Decisions, room.Decisions - before);
    }

    private static void AssertAnsweredOnce(SpokenStream spoken, Dictionary<uint, int> asked)
    {
        foreach (var byId in spoken.Replies.GroupBy(static reply => reply.Id))
            Assert.InRange(byId.Count(), 0, asked.GetValueOrDefault(byId.Key));
    }

    private static async Task AssertNothingBeyondTheGrants(SpokenStream spoken, FuzzRoom room)
    {
        // A label only grows and no consent changes, so what the gate refuses at first it refuses for good.
        static string AtFirst(FuzzRoom room, WorkerCall call) => new GateModel(room.Shape).Answer(call);
        var heard = room.TakeHeard();
        foreach (var byPerson in heard.GroupBy(static heard => heard.Person))
        {
            Assert.InRange(byPerson.Count(static heard => heard.Event == "pluginChat"), 0, AtFirst(room, new SendChatCall("x")) == "done" ? 10 : 0);
            Assert.InRange(byPerson.Count(static heard => heard.Event == "pluginNotification"), 0, AtFirst(room, new NotifyCall("x")) == "done" ? 3 : 0);
            Assert.InRange(byPerson.Count(static heard => heard.Event == "pluginMessage"), 0, new GateModel(room.Shape).Show(null, []) == "done" ? 1000 : 0);
        }

        Assert.All(heard, static heard => Assert.Contains(heard.Event, PluginEvents));
        var list = new GateModel(room.Shape);
        var people = list.Answer(new ListParticipantsCall());
        Assert.All(
            spoken.Replies.Where(static reply => reply.Reply is RoomInfo or ParticipantList),
            reply => Assert.Equal(reply.Reply is RoomInfo ? AtFirst(room, new ReadRoomCall()) : people, Words(reply.Reply)));
        var decisions = spoken.Replies.Sum(reply => reply.Reply switch
        {
            CallFailed => 0,
            CallRefused { Message: ['T', 'o', 'o', ..] } => 0,
            ParticipantList => list.Decisions,
            _ => 1,
        });
        Assert.Equal(decisions, await room.Room.Run(() => room.Decisions));
    }

    private static IEnumerable<byte[]> Pieces(byte[] stream, Dice dice)
    {
        var longest = dice.Of([1, 7, 13, 4096, 65_536, 1 << 21]);
        for (var at = 0; at < stream.Length;)
        {
            var length = Math.Min(stream.Length - at, longest > 13 ? 1 + dice.Below(longest) : longest);
            // Byte by byte to the end would only take long.
            if (at > 3000)
                length = stream.Length - at;
            yield return stream[at..(at + length)];
            at += length;
        }
    }

    private static string Words(CallReply reply) => reply switch
    {
        RoomInfo => "room",
        ParticipantList list => "participants " + string.Join(',', list.Participants.Select(static person => person.Name ?? "?")),
        CallDone => "done",
        CallRefused refused => refused.Code,
        CallFailed failed => failed.Code,
        _ => throw new NotSupportedException(reply.ToString()),
    };

    private static string Text(object payload) => payload switch
    {
        PluginChat chat => chat.Text,
        PluginNotification notice => notice.Text,
        PluginMessage message => message.Data,
        _ => throw new NotSupportedException(payload.ToString()),
    };
}
