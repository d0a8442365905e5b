using System.Runtime.InteropServices;

namespace PluginRoom.Host.Workers.Sandbox.Spawning;

/// <summary>The reading end of a child's pipe, for one thread that blocks: an asynchronous read of a pipe would take a pool thread each.</summary>
internal sealed class DescriptorStream(int descriptor) : IDisposable
{
    /// <summary>0 at the end, and after any error.</summary>
    internal unsafe int Read(Span<byte> target)
    {
        fixed (byte* first = target)
        {
            while (true)
            {
                var read = Libc.Read(descriptor, first, (nuint)target.Length);
                if (read >= 0)
                    return (int)read;
                if (Marshal.GetLastPInvokeError() != Libc.Interrupted)
                    return 0;
            }
        }
    }

    public void Dispose() => _ = Libc.Close(descriptor);
}
