using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;
using PluginRoom.Worker.Room;

namespace PluginRoom.Worker.JavaScript;

/// <summary>
/// The native end of Surface/host.js. It takes strings, numbers and byte arrays that the surface made, looks at no property of any object
/// and calls no script, so nothing that a plugin does to its world reaches in here.
/// </summary>
internal sealed unsafe class ScriptBridge(ScriptEngine engine, FrameOutput output, FaultReport faults, DeclaredCapabilities gate, ScriptTimers timers)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static ScriptBridge? s_bridge;
    private uint _lastId;

    /// <summary>The number of the run whose handlers have all settled.</summary>
    internal double SettledRun { get; private set; }

    internal nint MakeFunction()
    {
        s_bridge = this;
        return JavaScriptCore.MakeFunction(engine.Context, 0, &Called);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Called(nint context, nint function, nint self, nint count, nint* arguments, nint* thrown)
    {
        try
        {
            // The script may have used up the stack; a runtime that overflows it takes the process along.
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return s_bridge!.Answer(new ReadOnlySpan<nint>(arguments, (int)count));
        }
        catch (Exception failure)
        {
            var message = failure is InsufficientExecutionStackException ? "Maximum call stack size exceeded." : failure.Message;
            var text = ScriptText.ToValue(context, message);
            *thrown = JavaScriptCore.MakeError(context, 1, &text, out _);
            return JavaScriptCore.MakeUndefined(context);
        }
    }

    private nint Answer(ReadOnlySpan<nint> arguments)
    {
        var rest = arguments[1..];
        switch ((int)Number(arguments[0]))
        {
            case 0:
                return Call(Text(rest[0]));
            case 1:
                return Show(ScriptText.FromValue(engine.Context, rest[0]), BytesOrText(rest[1]));
            case 2:
                ConsoleLines.Log(output, Text(rest[0]), Text(rest[1]));
                break;
            case 3:
                Fault(Text(rest[0]), Text(rest[1]), ScriptStack.Readable(Text(rest[2])));
                break;
            case 4:
                SettledRun = Number(rest[0]);
                break;
            case 5:
                timers.Schedule((long)Number(rest[0]), (int)Number(rest[1]));
                break;
            case 6:
                timers.Cancel((long)Number(rest[0]));
                break;
            case 7:
                return Require(Text(rest[0]));
            case 8:
                return ToArray(Encoding.UTF8.GetBytes(Text(rest[0])));
            case 9:
                return Decode(Bytes(rest[0]), JavaScriptCore.ToBoolean(engine.Context, rest[1]));
            case 10:
                return ToArray(RandomNumberGenerator.GetBytes((int)Number(rest[0])));
            case 11:
                return ScriptText.ToValue(engine.Context, ScriptStack.Readable(Text(rest[0])) ?? "");
            case 12:
                return ScriptText.ToValue(engine.Context, Convert.ToBase64String(Bytes(rest[0])));
            case 13:
                return ToArray(Convert.FromBase64String(Text(rest[0])));
            default:
                throw new InvalidOperationException("The surface asked for what the bridge does not know.");
        }

        return JavaScriptCore.MakeUndefined(engine.Context);
    }

    internal void Fault(string during, string message, string? stack)
    {
        // Whoever cannot start is told where in the one line that people see.
        if (during == "start" && stack is not null)
            message = $"{message} ({stack.Split('\n')[0].Trim()})";
        faults.Write(during, message, stack);
    }

    internal nint ToArray(ReadOnlySpan<byte> bytes)
    {
        var array = JavaScriptCore.MakeTypedArray(engine.Context, JavaScriptCore.BytesOfUint8, bytes.Length, out var thrown);
        if (thrown != 0 || array == 0)
            throw new ScriptException("Out of memory.", 0, null);
        if (bytes.Length > 0)
            bytes.CopyTo(new(JavaScriptCore.TypedArrayBytes(engine.Context, array, out _), bytes.Length));
        return array;
    }

    private nint Call(string json)
    {
        output.Write(WorkerFrameType.Call, ++_lastId, Encoding.UTF8.GetBytes(json), []);
        return JavaScriptCore.MakeNumber(engine.Context, _lastId);
    }

    private nint Show(string? to, ReadOnlySpan<byte> data)
    {
        Span<byte> addressee = stackalloc byte[HostCalls.MaxPseudonym + 1];
        if (!HostCalls.TryWriteAddressee(to, ref addressee))
            throw new InvalidOperationException("That is no id of a participant.");
        output.Write(WorkerFrameType.UiOutput, ++_lastId, addressee, data);
        return JavaScriptCore.MakeNumber(engine.Context, _lastId);
    }

    private nint Require(string capability)
    {
        try
        {
            gate.Require(capability);
            return JavaScriptCore.MakeUndefined(engine.Context);
        }
        catch (CapabilityDeniedException denied)
        {
            var refusal = new CallRefused(denied.Capability, denied.Code, denied.Message, denied.ManifestLine);
            return ScriptText.ToValue(engine.Context, JsonSerializer.Serialize(refusal, WorkerJson.Default.CallReply));
        }
    }

    private nint Decode(ReadOnlySpan<byte> bytes, bool strict)
    {
        try
        {
            var text = (strict ? StrictUtf8 : Encoding.UTF8).GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
            return ScriptText.ToValue(engine.Context, text);
        }
        catch (DecoderFallbackException)
        {
            return JavaScriptCore.MakeUndefined(engine.Context);
        }
    }

    private double Number(nint value) => JavaScriptCore.ToNumber(engine.Context, value, out _);

    private string Text(nint value) =>
        ScriptText.FromValue(engine.Context, value) ?? throw new InvalidOperationException("The surface handed over no text.");

    private ReadOnlySpan<byte> BytesOrText(nint value) =>
        ScriptText.FromValue(engine.Context, value) is { } text ? Encoding.UTF8.GetBytes(text) : Bytes(value);

    // Valid until the script runs again. The surface hands over arrays that begin where their buffer does.
    private ReadOnlySpan<byte> Bytes(nint array)
    {
        if (JavaScriptCore.TypedArrayType(engine.Context, array, out _) != JavaScriptCore.BytesOfUint8)
            throw new InvalidOperationException("The surface handed over no bytes.");
        var length = (int)JavaScriptCore.TypedArrayLength(engine.Context, array, out _);
        if (length == 0)
            return [];
        return new(JavaScriptCore.TypedArrayBytes(engine.Context, array, out _), length);
    }
}
