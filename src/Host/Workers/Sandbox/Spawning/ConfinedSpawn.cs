using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PluginRoom.Host.Workers.Sandbox.Spawning;

/// <summary>What the thread that starts a child takes on itself first, and the child inherits.</summary>
/// <param name="Ruleset">Landlock rules, as a descriptor.</param>
/// <param name="Filter">A seccomp program that still lets the start through.</param>
internal sealed record SpawnConfinement(int Ruleset, byte[] Filter);

/// <summary>
/// posix_spawn on a thread of its own that has given up its rights before. Restrictions of this kind belong to a thread and what it
/// creates, so the rest of the host keeps its rights. Of the runtime such a thread must not need anything: an assembly that it failed
/// to open would be missing for the whole host, and a thread that the runtime happened to start from it would be restricted as
/// well. So it is the C library's thread, every address that it calls is resolved before, and it answers through a pipe. It lasts
/// as long as its child, whose death signal follows it.
/// </summary>
internal static unsafe class ConfinedSpawn
{
    private const int NoNewPrivileges = 38;
    private const nint RestrictSelf = 446;
    private const nint SetModeFilter = 1;
    private static readonly Calls Native = Resolve();

    private static nint SeccompNumber => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 317,
        Architecture.Arm64 => 277,
        var other => throw new PlatformNotSupportedException($"There is no filter of system calls for {other}."),
    };

    private struct Calls
    {
        internal delegate* unmanaged<int, nint, nint, nint, nint, int> ProcessControl;
        internal delegate* unmanaged<nint, nint, nint, nint, nint> SystemCall;
        internal delegate* unmanaged<void*, void*, int> SetCapabilities;
        internal delegate* unmanaged<int*, byte*, void*, void*, byte**, byte**, int> Spawn;
        internal delegate* unmanaged<int, void*, nint, nint> Write;
        internal delegate* unmanaged<int, int, void*, int, int> WaitWithoutReaping;
        internal delegate* unmanaged<int*> Errno;
    }

    private struct Filter
    {
        internal ushort Length;
        internal byte* Instructions;
    }

    private struct Plan
    {
        internal Calls Native;
        internal int Ruleset;
        internal nint SeccompNumber;
        internal Filter Filter;
        internal byte* Path;
        internal void* Actions;
        internal void* Attributes;
        internal byte** Arguments;
        internal byte** Environment;
        internal int Report;
    }

    private struct Outcome
    {
        internal int Step;
        internal int Error;
        internal int Id;
    }

    /// <returns>The child's process id.</returns>
    internal static int Start(
        SpawnConfinement confinement, string path, void* actions, void* attributes, byte** arguments, byte** environment)
    {
        var ends = stackalloc int[2];
        if (Libc.Pipe(ends, Libc.CloseOnExec) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        using var report = new DescriptorStream(ends[0]);
        fixed (byte* instructions = confinement.Filter)
        {
            var plan = new Plan
            {
                Native = Native,
                Ruleset = confinement.Ruleset,
                SeccompNumber = SeccompNumber,
                Filter = new() { Length = checked((ushort)(confinement.Filter.Length / 8)), Instructions = instructions },
                Path = arguments[0],
                Actions = actions,
                Attributes = attributes,
                Arguments = arguments,
                Environment = environment,
                Report = ends[1],
            };
            nint thread;
            var failed = Libc.CreateThread(&thread, null, &Run, &plan);
            if (failed == 0)
                _ = Libc.DetachThread(thread);
            var outcome = failed == 0 ? Read(report) : new() { Error = failed };
            _ = Libc.Close(ends[1]);
            return outcome.Id > 0 ? outcome.Id : throw Failure(path, outcome);
        }
    }

    // From the first restriction on nothing here may call the runtime: no allocation, no other method of ours.
    [UnmanagedCallersOnly]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void* Run(void* argument)
    {
        var plan = *(Plan*)argument;
        var native = plan.Native;
        var outcome = default(Outcome);
        var information = stackalloc byte[256];
        // A version and this thread; then nothing in any set. With no_new_privs also root's next program starts without.
        var header = stackalloc uint[2] { 0x20080522, 0 };
        var capabilities = stackalloc uint[6] { 0, 0, 0, 0, 0, 0 };
        var id = 0;
        var failed = native.ProcessControl(NoNewPrivileges, 1, 0, 0, 0) != 0;
        if (!failed)
        {
            outcome.Step = 1;
            failed = native.SetCapabilities(header, capabilities) != 0;
        }

        if (!failed)
        {
            outcome.Step = 2;
            failed = native.SystemCall(RestrictSelf, plan.Ruleset, 0, 0) != 0;
        }

        if (!failed)
        {
            outcome.Step = 3;
            failed = native.SystemCall(plan.SeccompNumber, SetModeFilter, 0, (nint)(&plan.Filter)) != 0;
        }

        outcome.Error = failed ? *native.Errno() : 0;
        if (!failed)
        {
            outcome.Step = 4;
            outcome.Error = native.Spawn(&id, plan.Path, plan.Actions, plan.Attributes, plan.Arguments, plan.Environment);
            failed = outcome.Error != 0;
        }

        outcome.Id = failed ? -1 : id;
        _ = native.Write(plan.Report, &outcome, sizeof(Outcome));
        // Whoever reads it may go on from here, and what the plan points to is gone.
        while (!failed
            && native.WaitWithoutReaping(Libc.WaitForProcess, id, information, Libc.WaitExited | Libc.WaitNoReap) != 0
            && *native.Errno() == Libc.Interrupted)
        {
        }

        return null;
    }

    private static Outcome Read(DescriptorStream report)
    {
        Outcome outcome = default;
        var bytes = new Span<byte>(&outcome, sizeof(Outcome));
        // So few bytes are written whole.
        return report.Read(bytes) == bytes.Length ? outcome : throw new IOException("The thread that starts a worker gave no answer.");
    }

    private static Win32Exception Failure(string path, Outcome outcome)
    {
        var step = outcome.Step switch
        {
            0 => "no_new_privs",
            1 => "capset",
            2 => "landlock_restrict_self",
            3 => "seccomp",
            _ => $"Starting {path}",
        };
        return new(outcome.Error, $"{step}: {Marshal.GetPInvokeErrorMessage(outcome.Error)}");
    }

    private static Calls Resolve()
    {
        var library = NativeLibrary.Load("libc.so.6");
        return new()
        {
            ProcessControl = (delegate* unmanaged<int, nint, nint, nint, nint, int>)NativeLibrary.GetExport(library, "prctl"),
            SystemCall = (delegate* unmanaged<nint, nint, nint, nint, nint>)NativeLibrary.GetExport(library, "syscall"),
            SetCapabilities = (delegate* unmanaged<void*, void*, int>)NativeLibrary.GetExport(library, "capset"),
            Spawn = (delegate* unmanaged<int*, byte*, void*, void*, byte**, byte**, int>)NativeLibrary.GetExport(library, "posix_spawn"),
            Write = (delegate* unmanaged<int, void*, nint, nint>)NativeLibrary.GetExport(library, "write"),
            WaitWithoutReaping = (delegate* unmanaged<int, int, void*, int, int>)NativeLibrary.GetExport(library, "waitid"),
            Errno = (delegate* unmanaged<int*>)NativeLibrary.GetExport(library, "__errno_location"),
        };
    }
}
