using System.Runtime.InteropServices;

namespace PluginRoom.Host.Workers.Sandbox.Spawning;

/// <summary>Texts as C takes them: pointers to UTF-8 that ends in a zero byte, and a null pointer after the last.</summary>
internal sealed unsafe class TextArray : IDisposable
{
    private readonly int _count;

    internal TextArray(IReadOnlyList<string> texts)
    {
        _count = texts.Count;
        Pointers = (byte**)NativeMemory.AllocZeroed((nuint)_count + 1, (nuint)sizeof(byte*));
        for (var index = 0; index < _count; index++)
            Pointers[index] = (byte*)Marshal.StringToCoTaskMemUTF8(texts[index]);
    }

    internal byte** Pointers { get; }

    public void Dispose()
    {
        for (var index = 0; index < _count; index++)
            Marshal.FreeCoTaskMem((nint)Pointers[index]);
        NativeMemory.Free(Pointers);
    }
}
