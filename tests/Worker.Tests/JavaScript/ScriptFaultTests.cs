using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.JavaScript;

/// <summary>What goes wrong in a script is told with its place, stopped where it does not stop by itself, and survived.</summary>
public sealed class ScriptFaultTests
{
    private const string Echo = "ui.on('input', ({ from, data }) => ui.send(from, data));\n";

    [Fact]
    public async Task A_script_that_does_not_parse_does_not_start_and_says_where()
    {
        await using var script = Script.Begin("let ok = 1;\nlet oops = = 2;\n", Script.Limits, "ui.panel");

        var failed = await script.Room.ReachAsync<WorkerRestarting>();

        Assert.Contains("SyntaxError: Unexpected token '=' (at main.js:2", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_throws_at_its_top_level_does_not_start_and_says_where()
    {
        await using var script = Script.Begin("function inner() {\n  return nothing.at.all;\n}\ninner();\n", Script.Limits, "ui.panel");

        var failed = await script.Room.ReachAsync<WorkerRestarting>();

        Assert.Contains("ReferenceError: Can't find variable: nothing (at inner (main.js:2:17))", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_throws_is_reported_with_its_own_lines_and_the_script_lives_on()
    {
        await using var script = await Script.RunAsync(
            "function deep() {\n  throw new RangeError('too deep');\n}\nui.on('input', (input) => {\n  if (input.text === 'bad')\n    deep();\n  ui.send(input.from, input.data);\n});\n");

        script.Say("bad");
        script.Say("next");

        var fault = await script.Room.NextFaultAsync();
        Assert.Equal(("ui.input", "RangeError: too deep"), (fault.During, fault.Message));
        Assert.Equal("   at deep (main.js:2:23)\n   at main.js:6:9", fault.Stack);
        Assert.Equal("next", await script.NextAsync());
    }

    [Theory]
    [InlineData("ui.on('input', async () => { await null; throw new Error('late'); });", "ui.input", "Error: late")]
    [InlineData("ui.on('input', () => { Promise.reject(new Error('nobody looks')); });", "promise", "Error: nobody looks")]
    [InlineData("ui.on('input', () => { setTimeout(() => { throw new Error('tick'); }, 1); });", "timer", "Error: tick")]
    [InlineData("ui.on('input', () => { queueMicrotask(() => { throw new Error('tiny'); }); });", "microtask", "Error: tiny")]
    [InlineData("ui.on('input', () => { throw 'plain text'; });", "ui.input", "plain text")]
    [InlineData("ui.on('input', () => { throw { code: 7 }; });", "ui.input", """{"code":7}""")]
    [InlineData("ui.on('input', () => { throw undefined; });", "ui.input", "undefined")]
    [InlineData("ui.on('input', () => { throw new Proxy({}, { get() { throw 1; } }); });", "ui.input", "something that cannot be described")]
    public async Task Whatever_is_thrown_wherever_is_reported_once(string source, string during, string message)
    {
        await using var script = await Script.RunAsync(source + Echo);

        script.Say("go");

        var fault = await script.Room.NextFaultAsync();
        Assert.Equal((during, message), (fault.During, fault.Message));
        Assert.Equal("go", await script.NextAsync());
    }

    [Theory]
    [InlineData("for (;;) {}")]
    [InlineData("try { for (;;) {} } finally { for (;;) {} }")]
    [InlineData("const spin = () => { for (;;) {} }; ({ toString: spin }) + ''")]
    public async Task What_never_returns_is_stopped_in_its_time_and_the_script_lives_on(string endless)
    {
        await using var script = await Script.RunAsync($"ui.on('input', (input) => {{\n  if (input.text === 'spin') {{\n    {endless}\n  }} else ui.send(input.from, input.data);\n}});");

        script.Say("spin");
        script.Say("next");

        var fault = await script.Room.NextFaultAsync();
        Assert.Equal(("ui.input", "It was stopped: it ran on without returning, and a handler has 5 s."), (fault.During, fault.Message));
        Assert.Equal("next", await script.NextAsync());
    }

    [Theory]
    [InlineData("const again = () => Promise.resolve().then(again); again();")]
    [InlineData("(async () => { for (;;) await {}; })();")]
    public async Task Promises_that_never_come_to_rest_are_told_and_the_process_ends_itself(string endless)
    {
        await using var script = await Script.RunAsync($"ui.on('input', () => {{ {endless} }});");

        script.Say("spin");

        Assert.Equal("It was stopped: it ran on without returning, and a handler has 5 s.", (await script.Room.NextFaultAsync()).Message);
        await script.Room.ReachAsync<WorkerRestarting>();
    }

    [Fact]
    public async Task Where_it_was_stopped_is_told()
    {
        await using var script = await Script.RunAsync("ui.on('input', function spin() { for (;;) {} });");

        script.Say("go");

        Assert.Equal("   at spin (main.js:1)", (await script.Room.NextFaultAsync()).Stack);
    }

    [Fact]
    public async Task A_script_that_never_comes_out_of_its_top_level_does_not_start()
    {
        await using var script = Script.Begin("for (;;) {}", Script.Limits, "ui.panel");

        var failed = await script.Room.ReachAsync<WorkerRestarting>();

        Assert.Contains("It was stopped: it ran on", failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await new Promise(() => {});")]
    [InlineData("for (;;) await 0;")]
    public async Task What_the_engine_cannot_stop_the_host_ends(string stuck)
    {
        await using var script = await Script.RunAsync($"ui.on('input', async () => {{ {stuck} }});");

        script.Say("go");

        var ended = await script.Room.ReachAsync<WorkerRestarting>();
        Assert.Contains("handler", ended.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recursion_without_end_is_a_range_error()
    {
        await using var script = await Script.RunAsync(
            "ui.on('input', () => { function f() { return 1 + f(); } try { f(); } catch (e) { ui.broadcast(e.name); } });");

        script.Say("go");

        Assert.Equal("RangeError", await script.NextAsync());
    }

    [Fact]
    public async Task A_recursion_through_the_host_is_a_range_error()
    {
        await using var script = await Script.RunAsync(
            "ui.on('input', () => { function f() { new TextEncoder().encode('x'); f(); } try { f(); } catch (e) { ui.broadcast(e instanceof Error ? 'stopped' : 'odd'); } });");

        script.Say("go");

        Assert.Equal("stopped", await script.NextAsync());
    }

    [Theory]
    [InlineData("const all = []; for (;;) all.push(new Array(100000).fill(all.length));")]
    [InlineData("const all = []; for (;;) all.push(new ArrayBuffer(50_000_000).slice(0));")]
    [InlineData("let s = 'x'; const all = []; for (;;) { s += s; all.push(s.split('').length); }")]
    [InlineData("const all = []; for (let i = 0; ; i++) all.push(Promise.resolve(i).then(() => new Array(1000).fill(i)));")]
    public async Task Memory_without_end_ends_in_an_error_or_in_the_workers_end(string bomb)
    {
        await using var script = Script.Begin($"ui.on('input', () => {{ {bomb} }});", Script.Limits with { HandlerSeconds = 20 }, "ui.panel");
        await script.Room.ReachAsync<WorkerRunning>();

        script.Say("go");

        var first = await Task.WhenAny(script.Room.NextFaultAsync(), script.Room.ReachAsync<WorkerRestarting>());
        var said = first is Task<WorkerFault> fault ? (await fault).Message : (await (Task<WorkerRestarting>)first).Reason;
        Assert.True(
            said.Contains("RangeError", StringComparison.Ordinal) || said.Contains("ended by itself", StringComparison.Ordinal) || said.Contains("memory", StringComparison.OrdinalIgnoreCase) || said.Contains("it used", StringComparison.Ordinal), said);
    }
}
