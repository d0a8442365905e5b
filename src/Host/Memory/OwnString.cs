using System.Runtime.InteropServices;

namespace PluginRoom.Host.Memory;

/// <summary>Strings that a reader made for one message and that nobody else has seen: they are overwritten when the message is done with.</summary>
internal static class OwnString
{
    /// <param name="text">Never one that is written in a program, that is kept anywhere, or that came from elsewhere.</param>
    public static void Wipe(string? text)
    {
        // The shortest can be the runtime's own, which all share.
        if (text is { Length: > 1 })
            MemoryMarshal.AsMemory(text.AsMemory()).Span.Clear();
    }
}
