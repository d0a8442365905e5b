using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PluginRoom.Worker.Confinement;

/// <summary>A seccomp program that the host has built, taken on by every thread of this process at once and by all later ones.</summary>
internal static class SystemCallFilter
{
    private const int InstructionSize = 8;

    /// <summary>BPF_JMP | BPF_JEQ | BPF_K: compares with a constant.</summary>
    private const ushort CompareConstant = 0x15;

    /// <summary>Stands in the program where this process's id belongs; the host does not know it when it starts the process.</summary>
    private const uint OwnProcess = 0x70696421;

    private const nint SetModeFilter = 1;
    private const nint AllThreads = 1;

    [StructLayout(LayoutKind.Sequential)]
    private struct FilterProgram
    {
        internal ushort Length;
        internal nint Instructions;
    }

    private static nint SystemCallNumber => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 317,
        Architecture.Arm64 => 277,
        var other => throw new PlatformNotSupportedException($"There is no filter of system calls for {other}."),
    };

    internal static unsafe void Apply(byte[] program)
    {
        InsertProcessId(program, (uint)Libc.ProcessId());
        fixed (byte* instructions = program)
        {
            var filter = new FilterProgram { Length = checked((ushort)(program.Length / InstructionSize)), Instructions = (nint)instructions };
            // A positive result is the thread that could not be reached.
            var result = Libc.SystemCall(SystemCallNumber, SetModeFilter, AllThreads, (nint)(&filter));
            if (result != 0)
                throw new InvalidOperationException($"seccomp failed ({result}, errno {Marshal.GetLastPInvokeError()}); this worker would not be confined.");
        }
    }

    // An instruction: code (2 bytes), where to jump when it holds or not (1 each), the constant (4).
    private static void InsertProcessId(Span<byte> program, uint id)
    {
        for (var at = 0; at < program.Length; at += InstructionSize)
        {
            var constant = program.Slice(at + 4, 4);
            if (BinaryPrimitives.ReadUInt16LittleEndian(program[at..]) == CompareConstant
                && BinaryPrimitives.ReadUInt32LittleEndian(constant) == OwnProcess)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(constant, id);
            }
        }
    }
}
