using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.JavaScript;

/// <summary>A script that has replaced everything that it can reach confuses nobody but itself.</summary>
public sealed class ScriptTamperingTests
{
    private const string Work =
        """
        ;ui.on("input", async (input) => {
          const people = await participants.list();
          await chat.send("hello " + people[0].id);
          await storage.set("k", 1);
          const response = await net.fetch("s", { method: "POST", headers: { accept: "a/b" }, body: input.data });
          await ui.send(input.from, await response.bytes());
        });
        """;

    [Theory]
    [InlineData("JSON.stringify = () => '{\"call\":\"chat.send\",\"text\":\"forged\"}'; JSON.parse = () => ({ reply: 'done' });")]
    [InlineData("String.prototype.slice = String.prototype.toWellFormed = () => 'forged'; Reflect.apply = Reflect.defineProperty = () => {};")]
    [InlineData("Map.prototype.get = Map.prototype.set = Map.prototype.delete = () => undefined;")]
    [InlineData("Array.prototype[Symbol.iterator] = function* () { yield 'forged'; }; Array.prototype.push = () => { throw 1; };")]
    [InlineData("for (const n of ['0', '1', 'length', 'value', 'get', 'writable']) Object.defineProperty(Array.prototype, n === 'length' ? 'x' : n, { set() { throw 1; }, get() { throw 2; }, configurable: true });")]
    [InlineData("for (const n of ['text', 'call', 'toJSON', 'handler', 'next', 'first', 'entry', 'resolve', 'reject', 'read']) Object.defineProperty(Object.prototype, n, { set() { throw 1; }, get() { return undefined; }, configurable: true });")]
    [InlineData("Object.prototype.toJSON = () => 'forged'; String.prototype.toJSON = () => 'forged'; Object.prototype.get = () => 'forged';")]
    [InlineData("Object.defineProperty(Promise, Symbol.species, { get() { throw new Error('species'); } });")]
    [InlineData("Object.defineProperty(Promise.prototype, 'constructor', { get() { return class { constructor(f) { f(() => {}, () => {}); } }; } });")]
    [InlineData("Uint8Array.prototype.set = () => { throw 1; }; Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), 'byteLength', { get: () => 1e9 }); Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), 'length', { get: () => -1 });")]
    [InlineData("Object.setPrototypeOf(Object.getPrototypeOf(async () => {}), null); globalThis.Map = globalThis.JSON = globalThis.Reflect = globalThis.Uint8Array = undefined;")]
    [InlineData("Error.prototype.toString = () => { throw 1; }; Object.defineProperty(Error.prototype, 'name', { get() { throw 1; } }); Error.stackTraceLimit = Infinity;")]
    public async Task Tampering_with_the_language_changes_no_call(string tampering)
    {
        await using var script = await Script.RunAsync(tampering + Work, "ui.panel", "participants.list", "chat.send", "storage.room", "net.fetch");
        byte[] body = [];
        script.Room.Answer = call =>
        {
            var answered = body;
            if (call is FetchUploadCall or FetchReadCall)
                body = (call as FetchUploadCall)?.Bytes ?? [];
            return call switch
            {
                ListParticipantsCall => WorkerReply.With(TestRoom.Flow, new ParticipantList([new("p7", "Ana")])),
                FetchUploadCall => WorkerReply.Plain(new FetchUpload(3)),
                FetchCall => WorkerReply.With(TestRoom.Flow, new FetchAnswer(5, 200, [new("etag", "x")])),
                FetchReadCall => WorkerReply.With(TestRoom.Flow, new FetchPart(answered)),
                _ => WorkerReply.Done,
            };
        };

        script.Say("through");

        Assert.IsType<ListParticipantsCall>(await script.Room.NextCallAsync());
        Assert.Equal(new SendChatCall("hello p7"), await script.Room.NextCallAsync());
        Assert.Equal("1"u8.ToArray(), Assert.IsType<WriteStoredCall>(await script.Room.NextCallAsync()).Value);
        Assert.IsType<FetchUploadCall>(await script.Room.NextCallAsync());
        var fetch = Assert.IsType<FetchCall>(await script.Room.NextCallAsync());
        Assert.Equal(("s", "POST", 3, new FetchHeader("accept", "a/b")), (fetch.Sink, fetch.Method, fetch.Upload, Assert.Single(fetch.Headers)));
        Assert.Equal("through", await script.NextAsync());
    }

    [Theory]
    [InlineData("return { then(resolve) { resolve(); resolve(); throw 1; } };")]
    [InlineData("return { get then() { throw new Error('then'); } };")]
    [InlineData("return new Proxy(Promise.resolve(), { get(t, n) { if (n === 'then') return (a) => a(1); return t[n]; } });")]
    [InlineData("const p = Promise.resolve(); p.then = () => { throw 1; }; return p;")]
    [InlineData("const p = Promise.resolve(); Object.defineProperty(p, 'constructor', { get() { throw 1; } }); return p;")]
    [InlineData("return Object.create(Promise.prototype);")]
    public async Task Whatever_a_handler_returns_the_next_event_comes(string returns)
    {
        await using var script = await Script.RunAsync($"ui.on('input', (input) => {{ if (input.text === 'odd') {{ {returns} }} return ui.send(input.from, input.data); }});");

        script.Say("odd");
        script.Say("next");

        Assert.Equal("next", await script.NextAsync());
    }

    [Theory]
    [InlineData("chat.send({ toString() { ui.broadcast('ran'); return 'x'; } })")]
    [InlineData("chat.send(new Proxy({}, { get() { ui.broadcast('ran'); return 'x'; } }))")]
    [InlineData("ui.send({ toString() { ui.broadcast('ran'); return 'p1'; } }, 'x')")]
    [InlineData("ui.broadcast({ length: 5, byteLength: 5, buffer: new ArrayBuffer(5) })")]
    [InlineData("ui.broadcast(Object.create(Uint8Array.prototype))")]
    [InlineData("ui.broadcast(new Proxy(new Uint8Array(5), {}))")]
    public async Task What_only_looks_like_text_or_bytes_is_refused_before_any_code_of_it_runs(string attempt)
    {
        await using var script = await Script.RunAsync(
            $"ui.on('input', async () => {{ let said = 'nothing'; try {{ await {attempt}; }} catch (e) {{ said = e.name; }} await ui.broadcast(said); }});", "ui.panel", "chat.send");

        script.Say("go");

        Assert.Equal("TypeError", await script.NextAsync());
    }

    [Fact]
    public async Task Bytes_that_are_taken_away_or_shrink_are_copied_first_or_refused()
    {
        await using var script = await Script.RunAsync(
            """
            ui.on("input", async () => {
              const gone = new Uint8Array([1, 2, 3]);
              const sent = ui.broadcast(gone);
              gone.fill(9);
              gone.buffer.transfer();
              await sent;
              const shrinking = new ArrayBuffer(8, { maxByteLength: 16 });
              const view = new Uint8Array(shrinking, 4);
              shrinking.resize(2);
              await ui.broadcast(view).catch(() => {});
              await ui.broadcast(gone).catch(() => {});
              await ui.broadcast("end");
            });
            """);

        script.Say("go");

        Assert.Equal([1, 2, 3], (await script.Room.NextShownAsync()).Data);
        var next = await script.Room.NextShownAsync();
        while (next.Data.Length == 0)
            next = await script.Room.NextShownAsync();
        Assert.Equal("end"u8.ToArray(), next.Data);
    }

    [Fact]
    public async Task Nothing_of_the_bridge_can_be_reached_from_the_script()
    {
        await using var script = await Script.RunAsync(
            """
            const seen = new Set(), reach = [], todo = [[globalThis, "globalThis"]];
            while (todo.length) {
              const [value, path] = todo.pop();
              if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) continue;
              seen.add(value);
              if (/^(native|host|entry|settle|fire|deliver)$/.test(path.split(".").at(-1))) reach.push(path);
              for (const key of Reflect.ownKeys(value)) {
                const { value: member, get } = Reflect.getOwnPropertyDescriptor(value, key);
                todo.push([member, path + "." + String(key)], [get, path + ".get " + String(key)]);
              }
              todo.push([Reflect.getPrototypeOf(value), path + ".__proto__"]);
            }
            ui.broadcast(`${seen.size > 500}|${reach}`);
            """);

        Assert.Equal("true|", await script.NextAsync());
    }

    [Fact]
    public async Task A_forged_frame_of_a_report_is_only_a_report()
    {
        await using var script = await Script.RunAsync(
            "ui.on('input', (input) => { const e = new Error('x'.repeat(1e6)); e.stack = { toString() { throw 1; } }; Object.defineProperty(e, 'name', { value: 5 }); throw e; });");

        script.Say("go");

        var fault = await script.Room.NextFaultAsync();
        Assert.StartsWith("Error: xxx", fault.Message, StringComparison.Ordinal);
        Assert.Equal(4000, fault.Message.Length);
    }
}
