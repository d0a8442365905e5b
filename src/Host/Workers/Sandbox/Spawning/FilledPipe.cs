using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PluginRoom.Host.Workers.Sandbox.Spawning;

/// <summary>
/// The reading end of a pipe that already holds its few kilobytes and then ends. One for each child: the position in a file would be
/// shared by all that read it.
/// </summary>
internal sealed unsafe class FilledPipe : IDisposable
{
    internal FilledPipe(ReadOnlySpan<byte> content)
    {
        var ends = stackalloc int[2];
        if (Libc.Pipe(ends, Libc.CloseOnExec) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        Descriptor = ends[0];
        fixed (byte* first = content)
        {
            var whole = new Libc.IoVector { Start = first, Length = (nuint)content.Length };
            var written = Libc.WriteVector(ends[1], &whole, 1);
            _ = Libc.Close(ends[1]);
            if (written == content.Length)
                return;
        }

        Dispose();
        throw new IOException($"A pipe did not take {content.Length} bytes at once.");
    }

    internal int Descriptor { get; }

    public void Dispose() => _ = Libc.Close(Descriptor);
}
