namespace PluginRoom.Host.Workers.Sandbox.Seccomp;

/// <summary>A condition on one argument of a system call: its bits under the mask have this value.</summary>
internal readonly record struct ArgumentTest(uint Argument, ulong Mask, ulong Value)
{
    private const ulong All = ulong.MaxValue;

    /// <summary>The kernel takes 32 bits of it, so the upper half may hold anything.</summary>
    private const ulong Int = uint.MaxValue;

    internal static ArgumentTest Is(uint argument, uint value) => new(argument, Int, value);

    internal static ArgumentTest IsNull(uint argument) => new(argument, All, 0);

    internal static ArgumentTest HasNone(uint argument, ulong bits) => new(argument, bits, 0);

    internal static ArgumentTest Has(uint argument, ulong mask, ulong value) => new(argument, mask, value);
}
