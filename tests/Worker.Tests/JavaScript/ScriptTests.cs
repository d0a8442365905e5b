using System.Security.Cryptography;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.JavaScript;

/// <summary>What an honest script can do.</summary>
public sealed class ScriptTests
{
    private static readonly string[] Everything =
    [
        "ui.panel", "room.info.read", "participants.list", "participants.profile.read", "presence.subscribe", "chat.read", "chat.send",
        "ui.notification", "recording.write",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(256 * 1024)]
    public async Task What_a_frame_sends_comes_back_byte_for_byte(int size)
    {
        await using var script = await Script.RunAsync("ui.on('input', ({ from, data }) => ui.send(from, data));");
        var data = RandomNumberGenerator.GetBytes(size);

        script.Worker.SendUiInput(TestRoom.Flow, "p\u00e4rson-1", data);

        var (to, back) = await script.Room.NextShownAsync();
        Assert.Equal("p\u00e4rson-1", to);
        Assert.Equal(data, back);
    }

    [Fact]
    public async Task Three_thousand_messages_keep_their_order_though_each_handler_waits()
    {
        await using var script = await Script.RunAsync("ui.on('input', async (input) => { await null; await ui.broadcast(input.text); });");

        for (var number = 0; number < 3000; number++)
            script.Say($"{number}");

        for (var number = 0; number < 3000; number++)
            Assert.Equal($"{number}", await script.NextAsync());
    }

    [Fact]
    public async Task Every_event_of_the_room_arrives_with_what_it_carries()
    {
        await using var script = await Script.RunAsync(
            """
            const tell = (name) => (event) => ui.broadcast(name + " " + JSON.stringify(event));
            for (const name of ["chat.message", "participant.joined", "participant.left", "participant.renamed", "recording.started", "recording.stopped"])
              room.on(name, tell(name));
            """,
            Everything);
        WorkerEvent[] sent =
        [
            new ChatMessageEvent("p1", "m1", "\u4f60\u597d \ud83d\ude00 \"quoted\"", 1000),
            new ParticipantJoinedEvent(new("p7", null)),
            new ParticipantRenamedEvent("p7", "Ana"),
            new ParticipantLeftEvent("p7"),
            new RecordingStartedEvent("r1", 2000),
            new RecordingStoppedEvent("r1", 3000),
        ];

        foreach (var one in sent)
            script.Worker.SendEvent(TestRoom.Flow, one);

        Assert.Equal("""chat.message {"from":"p1","id":"m1","text":"你好 😀 \"quoted\"","at":"1970-01-01T00:00:01.000Z"}""", await script.NextAsync());
        Assert.Equal("""participant.joined {"id":"p7","name":null}""", await script.NextAsync());
        Assert.Equal("""participant.renamed {"id":"p7","name":"Ana"}""", await script.NextAsync());
        Assert.Equal("""participant.left {"id":"p7"}""", await script.NextAsync());
        Assert.Equal("""recording.started {"id":"r1","at":"1970-01-01T00:00:02.000Z"}""", await script.NextAsync());
        Assert.Equal("""recording.stopped {"id":"r1","at":"1970-01-01T00:00:03.000Z"}""", await script.NextAsync());
    }

    [Fact]
    public async Task Answers_that_carry_data_reach_the_script()
    {
        await using var script = await Script.RunAsync(
            "ui.on('input', async () => ui.broadcast(JSON.stringify([room.alias, await room.info(), await participants.list()])));", Everything);
        script.Room.Answer = static call => WorkerReply.With(TestRoom.Flow, call is ReadRoomCall
            ? new RoomInfo("blue-fox", 3)
            : new ParticipantList([new("p1", "Ana"), new("p2", null)]));

        script.Say("go");

        Assert.Equal("""["r1",{"name":"blue-fox","people":3},[{"id":"p1","name":"Ana"},{"id":"p2","name":null}]]""", await script.NextAsync());
    }

    [Fact]
    public async Task Chat_lines_and_notices_become_calls_and_lone_surrogates_do_not_break_them()
    {
        await using var script = await Script.RunAsync(
            "ui.on('input', async () => { await chat.send('Hi \\ud83d\\ude00 \\ud83d!'); await notifications.show('there'); });", Everything);

        script.Say("go");

        Assert.Equal(new SendChatCall("Hi \ud83d\ude00 \ufffd!"), await script.Room.NextCallAsync());
        Assert.Equal(new NotifyCall("there"), await script.Room.NextCallAsync());
    }

    [Fact]
    public async Task A_refusal_of_the_host_is_a_typed_error()
    {
        await using var script = await Script.RunAsync(
            """
            ui.on("input", async () => {
              try {
                await chat.send("x");
              } catch (e) {
                ui.broadcast([e instanceof CapabilityDeniedError, e instanceof Error, e.name, e.capability, e.code, e.manifestLine, e.message].join("|"));
              }
            });
            """);
        script.Room.Answer = static _ => WorkerReply.Refused(new("chat.send", "not-declared", "No.", "{ \"name\": \"chat.send\" }"));

        script.Say("go");

        Assert.Equal(
            """true|true|CapabilityDeniedError|chat.send|not-declared|{ "name": "chat.send" }|No. Add to "capabilities" in plugin.json: { "name": "chat.send" }""",
            await script.NextAsync());
    }

    [Fact]
    public async Task Events_of_an_undeclared_capability_are_refused_on_the_spot_and_reported()
    {
        await using var script = await Script.RunAsync(
            "try { room.on('chat.message', () => {}); } catch (e) { ui.broadcast([e.name, e.capability, e.code, e.manifestLine].join('|')); }");

        Assert.Equal(new UndeclaredUseCall("chat.read"), await script.Room.NextCallAsync());
        Assert.Equal(
            """CapabilityDeniedError|chat.read|not-declared|{ "name": "chat.read", "reason": "why people should allow it" }""", await script.NextAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_an_argument_is_said_without_asking_the_host()
    {
        await using var script = await Script.RunAsync(
            """
            ui.on("input", async () => {
              const said = [];
              for (const attempt of [() => chat.send(5), () => chat.send(""), () => chat.send("x".repeat(4001)), () => notifications.show("y".repeat(201)),
                  () => ui.send("", "x"), () => ui.send("p1", new Uint8Array(256 * 1024 + 1)), () => ui.broadcast({}), () => ui.broadcast(null)])
                try { await attempt(); said.push("nothing"); } catch (e) { said.push(e.name); }
              try { room.on("chat.mesage", () => {}); } catch (e) { said.push(e.message.slice(0, 33)); }
              ui.broadcast(said.join(" "));
            });
            """,
            Everything);

        script.Say("go");

        Assert.Equal(
            "TypeError TypeError RangeError RangeError TypeError RangeError TypeError TypeError There is no event chat.mesage. do", await script.NextAsync());
    }

    [Fact]
    public async Task Timers_fire_in_order_can_be_cancelled_and_run_while_a_handler_waits()
    {
        await using var script = await Script.RunAsync(
            """
            ui.on("input", async () => {
              const said = [];
              setTimeout((a, b) => said.push("second" + a + b), 20, 1, 2);
              setTimeout(() => said.push("first"), 1);
              clearTimeout(setTimeout(() => said.push("never"), 5));
              let ticks = 0;
              const id = setInterval(() => { said.push("tick"); if (++ticks === 2) clearInterval(id); }, 30);
              queueMicrotask(() => said.push("micro"));
              await new Promise((resolve) => setTimeout(resolve, 120));
              ui.broadcast(said.join(" "));
            });
            """);

        script.Say("go");

        Assert.Equal("micro first second12 tick tick", await script.NextAsync());
    }

    [Fact]
    public async Task Text_and_bytes_turn_into_each_other_and_random_numbers_differ()
    {
        await using var script = await Script.RunAsync(
            """
            const bytes = new TextEncoder().encode("a\u00e9\ud83d\ude00");
            const said = [[...bytes].join(","), new TextDecoder().decode(bytes.subarray(1)), new TextDecoder().decode(new DataView(bytes.buffer, 0, 1))];
            try { new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([255])); } catch (e) { said.push(e.name); }
            said.push(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()), crypto.randomUUID() !== crypto.randomUUID());
            const some = crypto.getRandomValues(new Uint32Array(8));
            said.push(new Set(some).size > 1);
            ui.broadcast(said.join(" "));
            """);

        Assert.Equal("97,195,169,240,159,152,128 \u00e9\ud83d\ude00 a TypeError true true true", await script.NextAsync());
    }

    [Fact]
    public async Task What_it_prints_is_logged()
    {
        await using var script = await Script.RunAsync(
            "console.log('a', 1, null, undefined, [1, { b: 2 }], 5n, Symbol('s')); console.warn('careful'); console.error(new TypeError('bad')); ui.broadcast('done');");

        await script.NextAsync();

        Assert.Contains("""info: a 1 null undefined [1,{"b":2}] 5n Symbol(s)""", script.Room.Lines);
        Assert.Contains("warning: careful", script.Room.Lines);
        Assert.Contains("error: TypeError: bad    at global code (main.js:1:123)", script.Room.Lines);
    }

    [Fact]
    public async Task A_script_stops_in_order()
    {
        var script = await Script.RunAsync(
            "room.on('stop', async () => { await new Promise((resolve) => setTimeout(resolve, 5)); console.log('stopped in order'); });");

        await script.DisposeAsync();

        Assert.Contains("info: stopped in order", script.Room.Lines);
    }

    [Fact]
    public async Task A_registration_ends_when_the_script_says_so()
    {
        await using var script = await Script.RunAsync(
            """
            const off = ui.on("input", () => { off(); return ui.broadcast("once"); });
            ui.on("input", (input) => ui.broadcast("each " + input.text));
            """);

        script.Say("1");
        script.Say("2");

        Assert.Equal("once", await script.NextAsync());
        Assert.Equal("each 1", await script.NextAsync());
        Assert.Equal("each 2", await script.NextAsync());
    }
}
