using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Frames;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;
using Xunit;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>
/// The host's reading end, from bytes to the room, in front of whatever a worker may write: every call that the protocol has. Each case
/// has a manifest, consents, a label and a stream of its own, all from one seed.
/// </summary>
public sealed class ProtocolFuzzTests
{
    /// <summary>Per byte that arrived, and at all: a buffer of the largest frame, and what a few errors weigh.</summary>
    private const int AllocationPerByte = 64;
    private const int AllocationAtAll = 4 << 20;

    private static readonly string[] PluginEvents = ["pluginChat", "pluginNotification", "pluginMessage", "pluginQuestion", "muteAsked"];

    [Fact]
    public void The_model_knows_every_call_that_the_protocol_has() =>
        Assert.Equal(Ugly.Calls.OrderBy(static call => call.Name), AnyCall.Makers.Keys.OrderBy(static call => call.Name));

    [Fact]
    public void Every_call_names_its_capability_where_it_is_refused_before_anybody_is_asked() => Assert.All(
        AnyCall.Makers.Where(static each => each.Key != typeof(UndeclaredUseCall)),
        static each => Assert.NotNull(Capability.Find(new CallRequest(0, Known(each.Value(new AnyCall(new Dice(0), ["x"])))).Capability)));

    [Fact]
    public Task Every_call_of_a_worker_that_keeps_to_the_protocol_is_answered_as_the_model_says() => TryAll(async (dice, room) =>
    {
        await HearWellBehaved(dice, room, fresh: false);
    });

    [Fact]
    public Task Broken_streams_neither_harm_the_host_nor_widen_a_grant() => TryAll(async (dice, room) =>
    {
        var stream = Mutation.Of([.. Saying.Conversation(dice, room).Select(static saying => saying.Frame)], dice);

        var spoken = await SpokenStream.HearAsync(room, Pieces(stream, dice).Select(static piece => (0, 0L, piece)));

        if (spoken.Broken is { } broken)
            Assert.IsType<InvalidDataException>(broken);
        Assert.All(spoken.Ends, static end => Assert.Equal(WorkerExitKind.StartFailed, end));
        Assert.InRange(spoken.Allocated, 0, ((long)stream.Length * AllocationPerByte) + AllocationAtAll);
        var asked = RawFrame.Asked(stream);
        AssertAnsweredOnce(spoken, asked);
        await AssertNothingBeyondTheGrants(spoken, room, asked.Values.Sum());
        Assert.False(room.SomebodyWasThrownOut);

        // Whoever comes after it finds the room as it should be.
        room.Time.Advance(TimeSpan.FromMinutes(5));
        await room.Owner.StateChangedAsync(new WorkerStarting(), TestContext.Current.CancellationToken);
        await room.TakeHeardAsync();
        await HearWellBehaved(dice, room, fresh: true);
    });

    // A kind that there is not has no capability, and is echoed to whoever said it.
    private static WorkerCall Known(WorkerCall call) => call is ReceiveMediaCall media ? media with { Kind = "audio" } : call;

    private static async Task TryAll(Func<Dice, FuzzRoom, Task> tryOne)
    {
        var budget = new Budget();
        var folder = Directory.CreateTempSubdirectory("fuzz");
        using (var storage = new HostStorage(folder.FullName, new StorageLimits(), TimeProvider.System, NullLogger.Instance))
        {
            foreach (var dice in budget.Cases())
            {
                try
                {
                    var room = await FuzzRoom.OpenAsync(new GateShape(dice), storage);
                    await tryOne(dice, room);
                    await room.CloseAsync();
                }
                catch (Exception failure)
                {
                    throw new InvalidOperationException($"{budget}: {failure.Message}", failure);
                }
            }
        }

        folder.Delete(recursive: true);
        Console.Out.WriteLine($"Worker protocol: {budget}");
        Assert.InRange(budget.Done, 1, int.MaxValue);
    }

    private static async Task HearWellBehaved(Dice dice, FuzzRoom room, bool fresh)
    {
        var sayings = Saying.Conversation(dice, room, mayRemember: !fresh);
        var model = new GateModel(room.Shape, room.Pseudonyms, fresh);
        var (expected, pieces, replies, decisions) = (new List<(uint, string)>(), new List<(int, long, byte[])>(), 0, 0L);
        foreach (var part in Parts(sayings))
        {
            pieces.AddRange(Pieces([.. part.SelectMany(static saying => saying.Frame)], dice).Select(piece => (replies, decisions, piece)));
            foreach (var saying in part)
                if (saying.Expect?.Invoke(model) is { } answer)
                    expected.Add((saying.Id, answer));
            (replies, decisions) = (expected.Count, model.Decisions);
        }

        var before = room.Decisions;
        var spoken = await SpokenStream.HearAsync(room, pieces, expected.Count);

        Assert.Null(spoken.Broken);
        Assert.Equal(expected, spoken.Replies.Select(static reply => (reply.Id, Words(reply.Reply))));
        Assert.Equal(
            model.Heard.OrderBy(static heard => heard.Person, StringComparer.Ordinal),
            (await room.TakeHeardAsync()).Select(static heard => (heard.Person, heard.Event, Text(heard.Payload))));
        Assert.Equal(model.Decisions, room.Decisions - before);
    }

    /// <summary>What is answered beside the others is said when nothing else waits for an answer, so that there is one order only.</summary>
    private static IEnumerable<IReadOnlyList<Saying>> Parts(IEnumerable<Saying> sayings)
    {
        var part = new List<Saying>();
        foreach (var saying in sayings)
        {
            if (saying.TakesItsTime)
            {
                yield return part;
                yield return [saying];
                part = [];
            }
            else
            {
                part.Add(saying);
            }
        }

        yield return part;
    }

    private static void AssertAnsweredOnce(SpokenStream spoken, Dictionary<uint, int> asked)
    {
        foreach (var byId in spoken.Replies.GroupBy(static reply => reply.Id))
            Assert.InRange(byId.Count(), 0, asked.GetValueOrDefault(byId.Key));
    }

    private static async Task AssertNothingBeyondTheGrants(SpokenStream spoken, FuzzRoom room, int asked)
    {
        // A label only grows and no consent comes, so what the gate refuses at first it refuses for good.
        string? AtFirst(WorkerCall call) => Model(room).Answer(call);
        var heard = await room.TakeHeardAsync();
        foreach (var byPerson in heard.GroupBy(static heard => heard.Person))
        {
            Assert.InRange(byPerson.Count(static heard => heard.Event == "pluginChat"), 0, AtFirst(new SendChatCall("x")) == "done" ? 10 : 0);
            Assert.InRange(byPerson.Count(static heard => heard.Event == "pluginNotification"), 0, AtFirst(new NotifyCall("x")) == "done" ? 3 : 0);
            Assert.InRange(byPerson.Count(static heard => heard.Event == "pluginMessage"), 0, Model(room).Show(null, []) == "done" ? 1000 : 0);
        }

        Assert.All(heard, static heard => Assert.Contains(heard.Event, PluginEvents));
        var list = Model(room);
        var people = list.Answer(new ListParticipantsCall());
        Assert.All(
            spoken.Replies.Where(static reply => reply.Reply is RoomInfo or ParticipantList),
            reply => Assert.Equal(reply.Reply is RoomInfo ? AtFirst(new ReadRoomCall()) : people, Words(reply.Reply)));
        await room.Room.Run(() =>
        {
            AssertLedger(room);
            // Each reply that carries anything or refuses was decided, and no call costs more than a question does that is carried out.
            Assert.InRange(room.Decisions, spoken.Replies.Sum(reply => Fewest(reply.Reply, list.Decisions)), asked * Math.Max(3, list.Decisions));
            return true;
        });
    }

    private static GateModel Model(FuzzRoom room) => new(room.Shape, room.Pseudonyms);

    private static long Fewest(CallReply reply, long listing) => reply switch
    {
        CallDone or CallFailed or FetchUpload or CallRefused { Code: "limit" } => 0,
        ParticipantList => listing,
        FilesPicked => 3,
        _ => 1,
    };

    /// <summary>Whatever was let through is declared: the capability, and a flow for all that it may have carried.</summary>
    private static void AssertLedger(FuzzRoom room)
    {
        for (var index = 0; index < room.Ledger.Count; index++)
        {
            var entry = room.Ledger[index];
            if (entry is not { Verdict: Verdict.Forwarded, Capability: { } capability })
                continue;
            Assert.Contains(capability, room.Shape.Declared);
            foreach (var category in Enum.GetValues<DataCategory>().Where(category => (entry.Categories >> (int)category & 1) != 0))
                Assert.Contains(room.Shape.Flows.Keys, flow => flow.Category == category && (entry.Sink is null || flow.Sink == entry.Sink));
        }
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
        StoredValue { Value: { } value } => StoreModel.Words(value),
        StoredValue => "stored nothing",
        StoredKeys keys => "keys " + string.Join('|', keys.Keys),
        FetchUpload upload => $"upload {upload.Upload}",
        WebhookAddress => "webhook",
        FilesPicked picked => $"picked {picked.Pick}",
        PickedPart part => $"part {part.Bytes.Length}",
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
        PluginQuestion question => question.Text,
        MuteAsked asked => asked.Reason!,
        _ => throw new NotSupportedException(payload.ToString()),
    };
}
