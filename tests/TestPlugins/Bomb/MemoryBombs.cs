using System.Runtime.InteropServices;

namespace PluginRoom.TestPlugins.Bomb;

/// <summary>Each holds on to what it got, whatever happens.</summary>
internal static unsafe class MemoryBombs
{
    private const int Megabyte = 1 << 20;
    private const int Most = 2048;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;
    private static readonly List<byte[]> Hoard = [];
    private static readonly List<nint> Blocks = [];

    internal static string Managed()
    {
        try
        {
            while (Hoard.Count < Most)
                Hoard.Add(new byte[Megabyte]);
        }
        catch (OutOfMemoryException)
        {
            Hoard.Clear();
            return "out of memory";
        }

        return "got it all";
    }

    internal static string Native()
    {
        try
        {
            while (Blocks.Count < Most)
            {
                var block = NativeMemory.Alloc(Megabyte);
                Blocks.Add((nint)block);
                new Span<byte>(block, Megabyte).Fill(1);
            }
        }
        catch (OutOfMemoryException)
        {
            Thread.Sleep(Timeout.Infinite);
        }

        return "got it all";
    }

    internal static string Mapped()
    {
        for (var megabytes = 0; megabytes < Most; megabytes++)
        {
            var block = Map(0, Megabyte, ReadWrite, PrivateAnonymous, -1, 0);
            if (block == -1)
                Thread.Sleep(Timeout.Infinite);
            new Span<byte>((void*)block, Megabyte).Fill(1);
        }

        return "got it all";
    }

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern nint Map(nint address, nuint length, int protection, int flags, int descriptor, nint offset);
}
