namespace PluginRoom.Whiteboard.Tests;

/// <summary>The same arbitrary numbers in every run (Marsaglia 2003).</summary>
internal sealed class Xorshift(uint state)
{
    public int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)below);
    }

    public byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)Next(256))];
}
