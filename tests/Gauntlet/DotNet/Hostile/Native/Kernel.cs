using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PluginRoom.Gauntlet.Hostile.Native;

/// <summary>System calls by name and past libc, as hostile code makes them.</summary>
internal static partial class Kernel
{
    private const int WaitAny = 0x40000000;

    /// <exception cref="Win32Exception">It was refused.</exception>
    internal static long Call(string name, params ReadOnlySpan<nint> arguments)
    {
        var result = Raw(name, arguments);
        return result >= 0 || result < -4095 ? result : throw new Win32Exception((int)-result, $"{name}: {Marshal.GetPInvokeErrorMessage((int)-result)}");
    }

    /// <summary>Negative: the error's number.</summary>
    internal static long Raw(string name, params ReadOnlySpan<nint> arguments)
    {
        Span<nint> all = stackalloc nint[6];
        arguments.CopyTo(all);
        var result = Syscall(SyscallNumbers.Of(name), all[0], all[1], all[2], all[3], all[4], all[5]);
        return result == -1 ? -Marshal.GetLastSystemError() : result;
    }

    /// <summary>True when the call got past every check of who asks: it fails for its arguments only, which are wrong on purpose.</summary>
    internal static bool Reaches(string name, int argumentError, params ReadOnlySpan<nint> arguments) => Raw(name, arguments) == -argumentError;

    /// <summary>A process of its own that ends at once.</summary>
    internal static string Child(string name, params ReadOnlySpan<nint> arguments)
    {
        var id = (nint)Call(name, arguments);
        if (id == 0)
            Raw("exit_group", 0);
        Raw("wait4", id, 0, WaitAny);
        return $"child {id}";
    }

    /// <summary>Native memory that nobody frees: the process does not live long.</summary>
    internal static nint Text(string text) => Marshal.StringToCoTaskMemUTF8(text);

    internal static nint Bytes(params byte[] bytes)
    {
        var memory = Zeros(bytes.Length);
        Marshal.Copy(bytes, 0, memory, bytes.Length);
        return memory;
    }

    internal static unsafe nint Zeros(int count) => (nint)NativeMemory.AllocZeroed((nuint)count);

    internal static nint Numbers(params long[] numbers) => Bytes(MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray());

    [SuppressGCTransition]
    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Syscall(nint number, nint a, nint b, nint c, nint d, nint e, nint f);
}
