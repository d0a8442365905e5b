using System.Text.RegularExpressions;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.JavaScript;

public sealed class TypingsTests
{
    // ECMAScript 2025, clause 19, with annex B, ECMA-402's Intl, and what newer editions add.
    private const string Language =
        "AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date DisposableStack Error "
        + "EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math "
        + "NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError Temporal "
        + "TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent encodeURI "
        + "encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape";

    [Fact]
    public async Task The_global_scope_holds_the_language_and_what_the_typings_declare_and_nothing_else()
    {
        await using var script = await Script.RunAsync("ui.broadcast(Object.getOwnPropertyNames(globalThis).sort().join(' '));");
        var typings = string.Concat(Directory.GetFiles(Launch.Built("../src/Plugin.Sdk/js"), "*.d.ts").Select(File.ReadAllText));
        var declared = Regex.Matches(typings, "^declare (?:const|function|class) (\\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

        var found = (await script.NextAsync()).Split(' ');

        var language = Language.Split(' ');
        Assert.Equal(declared.Distinct().Order(StringComparer.Ordinal), found.Except(language).Order(StringComparer.Ordinal));
    }
}
