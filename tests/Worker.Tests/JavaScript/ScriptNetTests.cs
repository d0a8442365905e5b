using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.JavaScript;

public sealed class ScriptNetTests
{
    private static readonly string[] Declared = ["ui.panel", "net.fetch", "net.webhook.receive"];

    [Fact]
    public async Task A_request_goes_out_as_asked_and_its_answer_comes_in()
    {
        await using var script = await RunAsync(
            """
            const response = await net.fetch("summariser", {
              method: "POST", path: "v1/s\u00fcm", query: "a=b", headers: { "content-type": "text/plain", accept: "*/*" }, body: "h\u00e9" });
            return [response.status, response.ok, response.headers, await response.json()];
            """,
            Sink(201, """{"short":"né"}"""u8.ToArray()));

        Assert.Equal("""[201,true,{"content-type":"application/json"},{"short":"né"}]""", await script.NextAsync());
        var upload = Assert.IsType<FetchUploadCall>(await script.Room.NextCallAsync());
        Assert.Equal((0, "h\u00e9"), (upload.Upload, Encoding.UTF8.GetString(upload.Bytes)));
        var fetch = Assert.IsType<FetchCall>(await script.Room.NextCallAsync());
        Assert.Equal(("summariser", "POST", "v1/s\u00fcm", "a=b", 7), (fetch.Sink, fetch.Method, fetch.Path, fetch.Query, fetch.Upload));
        Assert.Equal([new("content-type", "text/plain"), new("accept", "*/*")], fetch.Headers);
    }

    [Fact]
    public async Task A_request_of_which_nothing_is_said_is_a_get_of_the_sinks_own_address()
    {
        await using var script = await RunAsync("const r = await net.fetch('s'); return [r.ok, await r.text(), await r.text()];", Sink(404, "gone"u8.ToArray()));

        Assert.Equal("""[false,"gone",""]""", await script.NextAsync());
        var fetch = Assert.IsType<FetchCall>(await script.Room.NextCallAsync());
        Assert.Equal(("s", "GET", "", "", 0), (fetch.Sink, fetch.Method, fetch.Path, fetch.Query, fetch.Upload));
        Assert.Empty(fetch.Headers);
    }

    [Fact]
    public async Task A_large_body_goes_in_parts_and_a_large_answer_comes_together()
    {
        var (sent, answer) = (new MemoryStream(), new byte[700_001]);
        RandomNumberGenerator.Fill(answer);
        var sink = Sink(200, answer);
        await using var script = await RunAsync(
            """
            const body = new Uint8Array(600000).map((_, index) => index % 251);
            const sending = net.fetch("s", { method: "PUT", body });
            body.fill(0);
            const bytes = await (await sending).bytes();
            let sum = 0;
            for (let index = 0; index < bytes.length; index += 1000) sum += bytes[index] * (1 + index / 1000);
            return [bytes.length, sum];
            """,
            call =>
            {
                if (call is FetchUploadCall part)
                {
                    Assert.Equal(sent.Length == 0 ? 0 : 7, part.Upload);
                    Assert.InRange(part.Bytes.Length, 1, NetCall.MaxPart);
                    sent.Write(part.Bytes);
                }

                return sink(call);
            });

        var sum = Enumerable.Range(0, 701).Sum(index => answer[index * 1000] * (1 + index));
        Assert.Equal($"[700001,{sum}]", await script.NextAsync());
        Assert.Equal(Enumerable.Range(0, 600_000).Select(static index => (byte)(index % 251)), sent.ToArray());
    }

    [Fact]
    public async Task An_answer_can_be_read_in_parts_and_closed()
    {
        await using var script = await RunAsync(
            """
            const response = await net.fetch("s");
            const first = await response.read();
            await response.close();
            await response.close();
            return [first.length, (await response.read()).length];
            """,
            Sink(200, new byte[300_000]));

        Assert.Equal("[262144,0]", await script.NextAsync());
        Assert.IsType<FetchCall>(await script.Room.NextCallAsync());
        Assert.Equal(new FetchReadCall(42), await script.Room.NextCallAsync());
        Assert.Equal(new FetchCloseCall(42), await script.Room.NextCallAsync());
    }

    [Fact]
    public async Task Refusals_and_failures_reject_at_each_step()
    {
        var reads = 0;
        await using var script = await RunAsync(
            """
            const said = [];
            try { await net.fetch("other", { method: "POST", body: "x" }); } catch (e) { said.push(e instanceof CapabilityDeniedError, e.capability, e.code); }
            try { await net.fetch("down"); } catch (e) { said.push(e instanceof RoomCallError, e.code); }
            try { await (await net.fetch("breaks")).text(); } catch (e) { said.push(e.code); }
            try { await (await net.fetch("text")).json(); } catch (e) { said.push(e.name); }
            return said;
            """,
            call => call switch
            {
                FetchUploadCall => WorkerReply.Refused(new("net.fetch", "not-declared", "No.", null)),
                FetchCall { Sink: "down" } => WorkerReply.Failed(new("net.connection", "No.")),
                FetchCall fetch => WorkerReply.With(TestRoom.Flow, new FetchAnswer(fetch.Sink == "breaks" ? 1 : 2, 200, [])),
                FetchReadCall { Fetch: 1 } => WorkerReply.Failed(new("net.response", "Ended early.")),
                _ => WorkerReply.With(TestRoom.Flow, new FetchPart(reads++ == 0 ? "no json"u8.ToArray() : [])),
            });

        Assert.Equal("""[true,"net.fetch","not-declared",true,"net.connection","net.response","SyntaxError"]""", await script.NextAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_an_argument_is_said_without_asking_the_host()
    {
        await using var script = await RunAsync(
            """
            const said = [];
            for (const attempt of [() => net.fetch(), () => net.fetch("s", { method: 5 }), () => net.fetch("s", { path: {} }), () => net.fetch("s", null),
                () => net.fetch("s", { headers: { accept: 5 } }), () => net.fetch("s", { body: 5 }), () => net.fetch("s", { body: "\u00e9".repeat(5 << 20) }),
                () => net.fetch("s", { get path() { throw new EvalError(); } })])
              try { await attempt(); said.push("nothing"); } catch (e) { said.push(e.name); }
            return said.join(" ");
            """,
            static call => throw new InvalidOperationException($"asked {call}"));

        Assert.Equal("\"TypeError TypeError TypeError TypeError TypeError TypeError RangeError EvalError\"", await script.NextAsync());
    }

    [Fact]
    public async Task A_webhook_has_a_place_and_its_deliveries_arrive()
    {
        await using var script = await Script.RunAsync(
            """
            webhook.on("received", async (delivery) => {
              const { path, secret } = await webhook.place();
              ui.broadcast(JSON.stringify([delivery.id, delivery.contentType, [...delivery.data], delivery.text, path, secret]));
            });
            """,
            Declared);
        script.Room.Answer = static call => call is ReadWebhookCall
            ? WorkerReply.With(TestRoom.Flow, new WebhookAddress("/hooks/x", "whsec_AAAA"))
            : WorkerReply.Done;

        script.Worker.SendEvent(TestRoom.Flow, new WebhookReceivedEvent("m1", "text/plain", "né"u8.ToArray()));
        script.Worker.SendEvent(TestRoom.Flow, new WebhookReceivedEvent("m2", null, []));

        Assert.Equal("""["m1","text/plain",[110,195,169],"né","/hooks/x","whsec_AAAA"]""", await script.NextAsync());
        Assert.Equal("""["m2",null,[],"","/hooks/x","whsec_AAAA"]""", await script.NextAsync());
    }

    [Fact]
    public async Task A_webhook_that_is_not_declared_is_refused_on_the_spot_and_reported()
    {
        await using var script = await Script.RunAsync(
            "try { webhook.on('received', () => {}); } catch (e) { ui.broadcast([e.name, e.capability, e.code].join('|')); }");

        Assert.Equal(new UndeclaredUseCall("net.webhook.receive"), await script.Room.NextCallAsync());
        Assert.Equal("CapabilityDeniedError|net.webhook.receive|not-declared", await script.NextAsync());
    }

    private static async Task<Script> RunAsync(string body, Func<WorkerCall, WorkerReply> answer)
    {
        var script = await Script.RunAsync($"ui.on('input', async () => {{ const run = async () => {{ {body} }}; ui.broadcast(JSON.stringify(await run())); }});", Declared);
        script.Room.Answer = answer;
        script.Say("go");
        return script;
    }

    /// <summary>Plays the host in front of a sink that answers every request like this.</summary>
    private static Func<WorkerCall, WorkerReply> Sink(int status, byte[] answer)
    {
        var at = 0;
        return call =>
        {
            switch (call)
            {
                case FetchUploadCall:
                    return WorkerReply.Plain(new FetchUpload(7));
                case FetchCall:
                    return WorkerReply.With(TestRoom.Flow, new FetchAnswer(42, status, [new("content-type", "application/json")]));
                case FetchReadCall { Fetch: 42 }:
                    var from = at;
                    at = Math.Min(answer.Length, at + NetCall.MaxPart);
                    return WorkerReply.With(TestRoom.Flow, new FetchPart(answer[from..at]));
                case FetchCloseCall { Fetch: 42 }:
                    return WorkerReply.Done;
                default:
                    throw new NotSupportedException(call.ToString());
            }
        };
    }
}
