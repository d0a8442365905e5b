namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>Arbitrary numbers that a seed repeats (SplitMix64, Steele et al. 2014).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    internal ulong Next()
    {
        _state += 0x9e3779b97f4a7c15;
        var mixed = (_state ^ (_state >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to <paramref name="below"/> - 1.</summary>
    internal int Below(int below) => (int)(Next() % (ulong)below);

    /// <summary>True once in <paramref name="times"/>.</summary>
    internal bool Once(int times) => Below(times) == 0;

    internal T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    internal byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var index = 0; index < count; index++)
            bytes[index] = (byte)Next();
        return bytes;
    }
}
