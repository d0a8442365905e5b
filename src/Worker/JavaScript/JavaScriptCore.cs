using System.Runtime.InteropServices;

namespace PluginRoom.Worker.JavaScript;

/// <summary>
/// JavaScriptCore's C API, as much of it as is used. Contexts, values and strings are opaque pointers; a value is kept alive by the
/// machine's stack or by <see cref="Protect"/>. The last four are in its private headers, exported all the same.
/// </summary>
internal static unsafe partial class JavaScriptCore
{
    private const string Library = "libjavascriptcoregtk-4.1.so.0";

    internal const int TypeString = 4;
    internal const int TypeObject = 5;
    internal const int BytesOfUint8 = 3;

    [LibraryImport(Library, EntryPoint = "JSContextGroupCreate")]
    internal static partial nint CreateGroup();

    [LibraryImport(Library, EntryPoint = "JSGlobalContextCreateInGroup")]
    internal static partial nint CreateContext(nint group, nint globalClass);

    [LibraryImport(Library, EntryPoint = "JSEvaluateScript")]
    internal static partial nint Evaluate(nint context, nint script, nint self, nint url, int firstLine, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSObjectCallAsFunction")]
    internal static partial nint Call(nint context, nint function, nint self, nint count, nint* arguments, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSObjectMakeFunctionWithCallback")]
    internal static partial nint MakeFunction(
        nint context, nint name, delegate* unmanaged[Cdecl]<nint, nint, nint, nint, nint*, nint*, nint> callback);

    [LibraryImport(Library, EntryPoint = "JSObjectGetProperty")]
    internal static partial nint GetProperty(nint context, nint target, nint name, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSObjectMakeError")]
    internal static partial nint MakeError(nint context, nint count, nint* arguments, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSObjectMakeTypedArray")]
    internal static partial nint MakeTypedArray(nint context, int type, nint length, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSObjectGetTypedArrayBytesPtr")]
    internal static partial byte* TypedArrayBytes(nint context, nint array, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSObjectGetTypedArrayByteLength")]
    internal static partial nint TypedArrayLength(nint context, nint array, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSValueGetTypedArrayType")]
    internal static partial int TypedArrayType(nint context, nint value, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSValueGetType")]
    internal static partial int TypeOf(nint context, nint value);

    [LibraryImport(Library, EntryPoint = "JSValueMakeUndefined")]
    internal static partial nint MakeUndefined(nint context);

    [LibraryImport(Library, EntryPoint = "JSValueMakeNumber")]
    internal static partial nint MakeNumber(nint context, double number);

    [LibraryImport(Library, EntryPoint = "JSValueMakeString")]
    internal static partial nint MakeString(nint context, nint text);

    [LibraryImport(Library, EntryPoint = "JSValueToNumber")]
    internal static partial double ToNumber(nint context, nint value, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSValueToBoolean")]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool ToBoolean(nint context, nint value);

    [LibraryImport(Library, EntryPoint = "JSValueToStringCopy")]
    internal static partial nint ToStringCopy(nint context, nint value, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSValueProtect")]
    internal static partial void Protect(nint context, nint value);

    [LibraryImport(Library, EntryPoint = "JSStringCreateWithCharacters")]
    internal static partial nint CreateString(char* characters, nint length);

    [LibraryImport(Library, EntryPoint = "JSStringGetCharactersPtr")]
    internal static partial char* StringCharacters(nint text);

    [LibraryImport(Library, EntryPoint = "JSStringGetLength")]
    internal static partial nint StringLength(nint text);

    [LibraryImport(Library, EntryPoint = "JSStringRelease")]
    internal static partial void ReleaseString(nint text);

    [LibraryImport(Library, EntryPoint = "JSContextGroupSetExecutionTimeLimit")]
    internal static partial void SetTimeLimit(nint group, double seconds, delegate* unmanaged[Cdecl]<nint, nint, byte> overdue, nint state);

    [LibraryImport(Library, EntryPoint = "JSContextGroupAddHeapFinalizer")]
    internal static partial void AddHeapFinalizer(nint group, delegate* unmanaged[Cdecl]<nint, nint, void> collected, nint state);

    [LibraryImport(Library, EntryPoint = "JSGlobalContextSetUnhandledRejectionCallback")]
    internal static partial void SetUnhandledRejectionCallback(nint context, nint function, out nint thrown);

    [LibraryImport(Library, EntryPoint = "JSContextCreateBacktrace")]
    internal static partial nint CreateBacktrace(nint context, uint most);
}
