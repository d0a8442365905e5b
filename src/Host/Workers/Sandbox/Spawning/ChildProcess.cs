using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PluginRoom.Host.Workers.Sandbox.Spawning;

/// <summary>
/// A child with three pipes, and of the host's environment and descriptors only what its command names. Not System.Diagnostics.Process: that one
/// hands on the environment and spawns from whichever thread calls it.
/// </summary>
internal sealed class ChildProcess
{
    // Larger than glibc's and musl's types on every architecture (336 and 80 bytes on x86-64).
    private const int OpaqueSize = 1024;
    private const int FirstFree = 3;
    private readonly Lock _gate = new();
    private bool _reaped;

    private ChildProcess(int id, int input, int output, int error, ScratchFolder? scratch) =>
        (Id, Input, Output, Error, Scratch) = (id, input, output, error, scratch);

    internal int Id { get; }

    /// <summary>The host's ends of the child's standard streams. Whoever reads or writes one closes it.</summary>
    internal int Input { get; }

    internal int Output { get; }

    internal int Error { get; }

    internal ScratchFolder? Scratch { get; }

    internal static Task<ChildProcess> StartAsync(ChildCommand command) => SpawnThread.RunAsync(() => Start(command));

    /// <summary>
    /// Ends the child's whole group: while bubblewrap is still setting up, its second process would outlive the first, wait for it
    /// forever and hold the pipes open; later that one is in a session of its own and dies with the first. Nothing is sent to an id
    /// that is no longer this child's.
    /// </summary>
    internal void Kill()
    {
        lock (_gate)
        {
            if (!_reaped)
                _ = Libc.SendSignal(-Id, Libc.Kill);
        }
    }

    /// <summary>Blocks until the child has ended. Its exit code, or 128 and the signal that ended it. Once.</summary>
    internal unsafe int Wait()
    {
        var info = stackalloc byte[OpaqueSize];
        while (Libc.WaitWithoutReaping(Libc.WaitForProcess, Id, info, Libc.WaitExited | Libc.WaitNoReap) != 0)
        {
            if (Marshal.GetLastPInvokeError() != Libc.Interrupted)
                break;
        }

        // Until here the process id is the dead child's, so a Kill at the same time hits nobody else.
        int status;
        lock (_gate)
        {
            _reaped = true;
            if (Libc.WaitProcess(Id, &status, 0) < 0)
                return -1;
        }

        Scratch?.Dispose();
        return (status & 0x7f) == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f);
    }

    private static unsafe ChildProcess Start(ChildCommand command)
    {
        var pipes = stackalloc int[6];
        for (var index = 0; index < 3; index++)
            CheckErrno(Libc.Pipe(pipes + (index * 2), Libc.CloseOnExec), "pipe2");
        var (childInput, input, output, childOutput, error, childError) = (pipes[0], pipes[1], pipes[2], pipes[3], pipes[4], pipes[5]);
        try
        {
            var id = Spawn(command, childInput, childOutput, childError);
            // Only this end: the flag belongs to the open file, and the child's end of the pipe is another.
            _ = Libc.FileControl(input, Libc.SetFlags, Libc.FileControl(input, Libc.GetFlags, 0) | Libc.NonBlocking);
            return new(id, input, output, error, command.Scratch);
        }
        catch
        {
            _ = Libc.Close(input);
            _ = Libc.Close(output);
            _ = Libc.Close(error);
            throw;
        }
        finally
        {
            _ = Libc.Close(childInput);
            _ = Libc.Close(childOutput);
            _ = Libc.Close(childError);
        }
    }

    private static unsafe int Spawn(ChildCommand command, int input, int output, int error)
    {
        var actions = stackalloc byte[OpaqueSize];
        var attributes = stackalloc byte[OpaqueSize];
        var signals = stackalloc byte[OpaqueSize];
        using var arguments = new TextArray([command.Path, .. command.Arguments]);
        using var environment = new TextArray(command.Environment);
        Check(Libc.InitializeActions(actions), "posix_spawn_file_actions_init");
        Check(Libc.InitializeAttributes(attributes), "posix_spawnattr_init");
        try
        {
            Check(Libc.AddDuplicate(actions, input, 0), "adddup2");
            Check(Libc.AddDuplicate(actions, output, 1), "adddup2");
            Check(Libc.AddDuplicate(actions, error, 2), "adddup2");
            if (command.Descriptor is { } descriptor)
                Check(Libc.AddDuplicate(actions, descriptor, FirstFree), "adddup2");
            if (!command.InheritsDescriptors)
                Check(Libc.AddCloseFrom(actions, command.Descriptor is null ? FirstFree : FirstFree + 1), "addclosefrom_np");
            SetAttributes(attributes, signals);
            if (command.Directory is { } directory)
                Check(Libc.AddChangeDirectory(actions, directory), "addchdir_np");
            if (command.Confinement is { } confinement)
                return ConfinedSpawn.Start(confinement, command.Path, actions, attributes, arguments.Pointers, environment.Pointers);
            int id;
            Check(
                Libc.Spawn(&id, command.Path, actions, attributes, arguments.Pointers, environment.Pointers), $"Starting {command.Path}");
            return id;
        }
        finally
        {
            _ = Libc.DestroyActions(actions);
            _ = Libc.DestroyAttributes(attributes);
        }
    }

    // A session of its own, without a terminal: so Ctrl-C in the operator's reaches the host only, which then stops the plugins in order,
    // and a kernel that shares the processor out by session gives each worker its own part.
    private static unsafe void SetAttributes(byte* attributes, byte* signals)
    {
        Check(
            Libc.SetAttributeFlags(attributes, Libc.SpawnSetSession | Libc.SpawnSetSignalDefaults | Libc.SpawnSetSignalMask),
            "posix_spawnattr_setflags");
        _ = Libc.FillSignals(signals);
        Check(Libc.SetAttributeDefaults(attributes, signals), "posix_spawnattr_setsigdefault");
        _ = Libc.ClearSignals(signals);
        Check(Libc.SetAttributeMask(attributes, signals), "posix_spawnattr_setsigmask");
    }

    private static void CheckErrno(int result, string call)
    {
        if (result != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{call}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private static void Check(int error, string call)
    {
        if (error != 0)
            throw new Win32Exception(error, $"{call}: {Marshal.GetPInvokeErrorMessage(error)}");
    }
}
