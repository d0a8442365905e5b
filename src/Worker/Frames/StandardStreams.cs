using System.Runtime.InteropServices;
using PluginRoom.Worker.Confinement;

namespace PluginRoom.Worker.Frames;

/// <summary>
/// Moves the two pipes of the protocol away from descriptors 0 and 1, so that a plugin that prints or reads, by whatever means,
/// neither corrupts nor eats frames: 0 is at its end, 1 is the error output.
/// </summary>
internal static class StandardStreams
{
    private const int FirstFree = 3;

    internal static (int Input, int Output) Take()
    {
        var input = Check(Libc.FileControl(0, Libc.DuplicateCloseOnExec, FirstFree));
        var output = Check(Libc.FileControl(1, Libc.DuplicateCloseOnExec, FirstFree));
        CloseInput();
        Check(Libc.DuplicateTo(2, 1));
        return (input, output);
    }

    // A pipe without a writer: there is no /dev/null in the sandbox.
    private static unsafe void CloseInput()
    {
        var ends = stackalloc int[2];
        Check(Libc.Pipe(ends));
        Check(Libc.DuplicateTo(ends[0], 0));
        _ = Libc.Close(ends[0]);
        _ = Libc.Close(ends[1]);
    }

    private static int Check(int result) => result >= 0
        ? result
        : throw new InvalidOperationException($"The pipes to the host could not be set up: errno {Marshal.GetLastPInvokeError()}.");
}
