using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Fuzz;
using PluginRoom.Worker.Tests.Rig;
using Xunit;
using static PluginRoom.Worker.Tests.Hostile.HostileScript;

namespace PluginRoom.Worker.Tests.Hostile;

/// <summary>A real process that says anything at all in a worker's place: it is ended for the right reason, and nobody else notices.</summary>
public sealed class HostileWorkerTests
{
    private const string Broke = "broke the protocol";
    private const string Silent = "did not answer within";
    private const string NotAsked = "answered a ping that was not sent";
    private const string NotReady = "was not ready within";

    private static readonly Dictionary<string, (string[] Lines, string Reason)> Endings = new()
    {
        ["ready twice"] = ([Write(IsReady, IsReady), "serve"], Broke),
        ["a ready that is none"] = ([Write(RawFrame.Of(WorkerFrameType.Ready, 0, "{}")), "serve"], Broke),
        ["pong without ping"] = ([Write(IsReady, RawFrame.Of(WorkerFrameType.Pong, 1, [])), "serve"], Broke),
        ["each pong twice"] = ([Write(IsReady), "stutter"], NotAsked),
        ["stopped before it was asked"] = ([Write(IsReady, RawFrame.Of(WorkerFrameType.Stopped, 0, [])), "serve"], Broke),
        ["two frames in one another"] =
            ([Write(IsReady), $"interleave {Convert.ToHexString(Show(1, "one"))} {Convert.ToHexString(Show(2, "two"))}", "serve"], Broke),
        ["a header and silence, while starting"] = (["write " + Convert.ToHexString(RawFrame.Of(66, 1, 100, [])), "serve"], NotReady),
        ["a header and silence, later"] = ([Write(IsReady, RawFrame.Of(66, 1, 100, [])), "hang"], Silent),
        ["half a payload and silence"] = ([Write(IsReady, RawFrame.Of(66, 1, 100, [1, 2, 3])), "hang"], Silent),
        ["a length of 4 GiB"] = ([Write(IsReady, RawFrame.Of(70, 1, uint.MaxValue, [])), "serve"], Broke),
        ["one byte too long"] = ([Write(IsReady, RawFrame.Of(70, 1, (1 << 20) + 1, [])), "serve"], Broke),
        ["type 0"] = ([Write(IsReady, RawFrame.Of(0, 1, 0, [])), "serve"], Broke),
        ["type 255"] = ([Write(IsReady, RawFrame.Of(255, 1, 0, [])), "serve"], Broke),
        ["zeros without end"] = ([Write(IsReady), Line("flood", new byte[4096])], Broke),
        ["an addressee that is no UTF-8"] = ([Write(IsReady, RawFrame.Of(WorkerFrameType.UiOutput, 1, [2, 0xc3, 0x28, 1])), "serve"], Broke),
        ["an addressee beyond the payload"] = ([Write(IsReady, RawFrame.Of(WorkerFrameType.UiOutput, 1, [255, 65])), "serve"], Broke),
        ["JSON 100,000 deep"] = ([Write(IsReady, Call(1, new string('[', 100_000))), "serve"], Broke),
        ["a doubled member"] = ([Write(IsReady, Call(1, """{"call":"chat.send","text":"a","text":"b"}""")), "serve"], Broke),
        ["a huge number"] = ([Write(IsReady, Call(1, """{"call":"chat.send","text":1e99999}""")), "serve"], Broke),
        ["an unknown member"] = ([Write(IsReady, Call(1, """{"call":"room.read","as":"Ada"}""")), "serve"], Broke),
        ["a type of its own"] = ([Write(IsReady, Call(1, """{"$type":"System.IO.FileInfo","call":"room.read"}""")), "serve"], Broke),
        ["a header field that is null"] = ([Write(IsReady, Call(1,
            """{"call":"net.fetch","sink":"x","method":"GET","path":"","query":"","headers":[null],"upload":0}""")), "serve"], Broke),
        ["a reply in place of a call"] = ([Write(IsReady, RawFrame.Of(WorkerFrameType.Reply, 1, """{"reply":"done"}""")), "serve"], Broke),
        // bubblewrap keeps the other end open, so all that the host notices is silence.
        ["its output closed"] = ([Write(IsReady), "close", "hang"], Silent),
        ["half a frame and the end"] = ([Write(IsReady, RawFrame.Of(70, 1, 1000, [0, 1, 2]))], Broke),
        ["the end, with a number"] = ([Write(IsReady), "exit 07"], "ended by itself (exit code 7)"),
        ["the end at once"] = (["exit 00"], "ended by itself (exit code 0)"),
        ["calls without end, and nothing is read"] = ([Write(IsReady), Line("flood", Call(1, """{"call":"room.read"}"""))], "did not read"),
    };

    public static TheoryData<string> Names => [.. Endings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_ended_for_what_it_did_and_its_neighbour_answers(string name)
    {
        var (lines, reason) = Endings[name];
        var (neighbour, neighbourRoom) = await Launch.RunAsync("Echo");
        await using var _ = neighbour;
        using var script = new HostileScript(lines) { Limits = Launch.Generous with { StartSeconds = reason == NotReady ? 2 : 30 } };
        var room = new TestRoom();
        await using var worker = script.Run(room, reason is Silent ? Impatient : reason is NotAsked ? Curious : null);

        var ended = await room.ReachAsync<WorkerRestarting>();

        Assert.Contains(reason, ended.Reason, StringComparison.Ordinal);
        neighbour.Say("still here");
        Assert.Equal("still here", await neighbourRoom.NextTextAsync());
    }

    [Fact]
    public async Task Calls_that_come_byte_by_byte_and_with_one_id_are_calls_like_any_other()
    {
        using var script = new HostileScript(
            Write(IsReady), Line("bytes", [.. Show(9, "one"), .. Show(9, "two"), .. Show(9, "three")]), "serve");
        var room = new TestRoom();

        await using var worker = script.Run(room);
        await room.ReachAsync<WorkerRunning>();

        Assert.Equal(["one", "two", "three"], [await room.NextTextAsync(), await room.NextTextAsync(), await room.NextTextAsync()]);
        Assert.IsType<WorkerRunning>(worker.State);
    }

    [Fact]
    public async Task Without_its_output_a_process_is_of_no_use()
    {
        using var script = new HostileScript(Write(IsReady), "close", "hang");
        var room = new TestRoom();

        await using var worker = script.Run(room, Plain);

        var ended = await room.ReachAsync<WorkerRestarting>();
        Assert.Contains("closed its output", ended.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_shouts_into_its_error_output_is_slowed_down_and_swallowed()
    {
        using var script = new HostileScript(Write(IsReady), Line("shout", "no end and no line"u8));
        var room = new TestRoom();
        await using var worker = script.Run(room);

        Assert.Contains("error output", await room.NextLimitAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_streams_of_one_seed_leave_the_host_and_the_neighbour_as_they_were()
    {
        const int Streams = 8;
        var seed = new Budget().Seed;
        Console.Out.WriteLine($"Hostile workers: PLUGINROOM_FUZZ_SEED={seed}");
        var (neighbour, neighbourRoom) = await Launch.RunAsync("Echo");
        await using var _ = neighbour;
        for (var index = 0; index < Streams; index++)
        {
            var dice = new Dice(seed + (ulong)index);
            List<byte[]> frames = [IsReady, Show(1, "hello"), Call(2, """{"call":"room.read"}"""), Call(2, """{"call":"participants.list"}""")];
            using var script = new HostileScript(Write(Mutation.Of(frames, dice)));
            var room = new TestRoom();
            await using var worker = script.Run(room);

            await room.ReachAsync<WorkerRestarting>();
        }

        neighbour.Say("still here");
        Assert.Equal("still here", await neighbourRoom.NextTextAsync());
    }}
