using System.Text;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.JavaScript;

public sealed class ScriptStorageTests
{
    private static readonly string[] Declared = ["ui.panel", "storage.room", "storage.user"];

    [Fact]
    public async Task What_is_kept_is_json_and_is_read_back_for_the_room_and_for_each_person()
    {
        await using var script = await RunAsync(
            """
            await storage.set("score", { red: 3, "blå": [1, null, "\ud83d\ude00"] });
            await storage.of("p1").set("score", "Ana's");
            return [await storage.get("score"), await storage.of("p1").get("score"), await storage.of("p2").get("score") === undefined];
            """);

        Assert.Equal("""[{"red":3,"blå":[1,null,"😀"]},"Ana's",true]""", await script.NextAsync());
        var write = Assert.IsType<WriteStoredCall>(await script.Room.NextCallAsync());
        Assert.Equal((null, "score", """{"red":3,"blå":[1,null,"😀"]}"""), (write.Person, write.Key, Encoding.UTF8.GetString(write.Value)));
        Assert.Equal("p1", Assert.IsType<WriteStoredCall>(await script.Room.NextCallAsync()).Person);
    }

    [Fact]
    public async Task Bytes_of_the_largest_value_come_back_byte_for_byte()
    {
        await using var script = await RunAsync(
            """
            const bytes = new Uint8Array(256 * 1024).map((_, index) => index * 7 >> 3);
            await storage.setBytes("all", bytes.buffer);
            const back = await storage.getBytes("all");
            await storage.setBytes("text", "\u00e9");
            return [back instanceof Uint8Array, back.length, back.every((byte, index) => byte === bytes[index]), [...await storage.getBytes("text")]];
            """);

        Assert.Equal("[true,262144,true,[195,169]]", await script.NextAsync());
    }

    [Fact]
    public async Task Keys_are_listed_and_values_deleted()
    {
        await using var script = await RunAsync(
            """
            for (const key of ["b/2", "a", "b/1"]) await storage.set(key, null);
            const before = await storage.list();
            await storage.delete("a");
            return [before, await storage.list("b/"), await storage.get("b/1"), await storage.get("a") === undefined];
            """);

        Assert.Equal("""[["a","b/1","b/2"],["b/1","b/2"],null,true]""", await script.NextAsync());
    }

    [Fact]
    public async Task A_refusal_names_the_capability_and_a_failure_its_code()
    {
        await using var script = await RunAsync(
            """
            const said = [];
            try { await storage.set("a", 1); } catch (e) { said.push(e instanceof CapabilityDeniedError, e.capability, e.code); }
            try { await storage.of("p1").get("a"); } catch (e) { said.push(e instanceof RoomCallError, e.code); }
            return said;
            """,
            static call => call is WriteStoredCall
                ? WorkerReply.Refused(new("storage.room", "label", "No.", null))
                : WorkerReply.Failed(new("participant.unknown", "Nobody.")));

        Assert.Equal("""[true,"storage.room","label",true,"participant.unknown"]""", await script.NextAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_an_argument_or_a_value_is_said_and_nothing_hangs()
    {
        await using var script = await RunAsync(
            """
            const said = [], cycle = {};
            cycle.cycle = cycle;
            await storage.setBytes("broken", "{");
            for (const attempt of [() => storage.get(""), () => storage.get(5), () => storage.get("x".repeat(129)), () => storage.get("\u00e9".repeat(65)),
                () => storage.get("\ud83d"), () => storage.set("a", undefined), () => storage.set("a", () => 1), () => storage.set("a", cycle),
                () => storage.set("a", 5n), () => storage.set("a", "x".repeat(256 * 1024)), () => storage.setBytes("a", new Uint8Array(256 * 1024 + 1)),
                () => storage.setBytes("a", {}), () => storage.list(5), () => storage.get("broken"), async () => storage.of(""),
                () => storage.get("\u00e9".repeat(64))])
              try { await attempt(); said.push("nothing"); } catch (e) { said.push(e.name); }
            return said.join(" ");
            """);

        Assert.Equal(
            "\"TypeError TypeError RangeError RangeError TypeError TypeError TypeError TypeError "
            + "TypeError RangeError RangeError TypeError TypeError SyntaxError TypeError nothing\"",
            await script.NextAsync());
    }

    private static async Task<Script> RunAsync(string body, Func<WorkerCall, WorkerReply>? answer = null)
    {
        var script = await Script.RunAsync($"ui.on('input', async () => {{ const run = async () => {{ {body} }}; ui.broadcast(JSON.stringify(await run())); }});", Declared);
        var kept = new SortedDictionary<(string Person, string Key), byte[]>(Comparer<(string Person, string Key)>.Create(
            static (one, other) => string.CompareOrdinal(one.Person + "\n" + one.Key, other.Person + "\n" + other.Key)));
        script.Room.Answer = answer ?? (call => Keep(kept, call));
        script.Say("go");
        return script;
    }

    /// <summary>Plays the host's storage. One call at a time, as the host answers them.</summary>
    private static WorkerReply Keep(SortedDictionary<(string Person, string Key), byte[]> kept, WorkerCall call)
    {
        switch (call)
        {
            case WriteStoredCall write:
                kept[(write.Person ?? "", write.Key)] = write.Value;
                return WorkerReply.Done;
            case DeleteStoredCall delete:
                kept.Remove((delete.Person ?? "", delete.Key));
                return WorkerReply.Done;
            case ReadStoredCall read:
                // A copy, for what a reply carries is wiped when it has been sent.
                return WorkerReply.With(TestRoom.Flow, new StoredValue(kept.GetValueOrDefault((read.Person ?? "", read.Key))?.ToArray()));
            case ListStoredCall list:
                var keys = kept.Keys.Where(at => at.Person == (list.Person ?? "") && at.Key.StartsWith(list.Prefix, StringComparison.Ordinal));
                return WorkerReply.With(TestRoom.Flow, new StoredKeys([.. keys.Select(static at => at.Key)]));
            default:
                throw new NotSupportedException(call.ToString());
        }
    }
}
