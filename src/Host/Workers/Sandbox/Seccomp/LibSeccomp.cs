using System.Runtime.InteropServices;

namespace PluginRoom.Host.Workers.Sandbox.Seccomp;

/// <summary>
/// libseccomp turns names and comparisons into the kernel's filter program for the architecture that it runs on. 2.5.0 or later.
/// </summary>
internal static unsafe partial class LibSeccomp
{
    internal const string Name = "libseccomp.so.2";
    internal const uint Allow = 0x7fff0000;
    internal const uint KillProcess = 0x80000000;

    /// <summary>Where the other system call tables of the processor are used, such as the 32-bit one.</summary>
    internal const int AttributeBadArchitecture = 2;

    /// <summary>2: a binary tree instead of a list of comparisons.</summary>
    internal const int AttributeOptimize = 8;

    /// <summary>A name that this version does not know.</summary>
    internal const int UnknownName = -1;

    [StructLayout(LayoutKind.Sequential)]
    internal struct Comparison
    {
        internal uint Argument;
        internal int Operator;
        internal ulong First;
        internal ulong Second;
    }

    /// <summary>The action that fails the call with an error number.</summary>
    internal static uint Error(int number) => 0x00050000 | (uint)number;

    [LibraryImport(Name, EntryPoint = "seccomp_init")]
    internal static partial nint Begin(uint defaultAction);

    [LibraryImport(Name, EntryPoint = "seccomp_release")]
    internal static partial void Release(nint context);

    [LibraryImport(Name, EntryPoint = "seccomp_attr_set")]
    internal static partial int SetAttribute(nint context, int attribute, uint value);

    [LibraryImport(Name, EntryPoint = "seccomp_syscall_resolve_name", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Resolve(string name);

    [LibraryImport(Name, EntryPoint = "seccomp_rule_add_array")]
    internal static partial int AddRule(nint context, uint action, int call, uint count, Comparison* comparisons);

    [LibraryImport(Name, EntryPoint = "seccomp_export_bpf")]
    internal static partial int Export(nint context, int descriptor);
}
