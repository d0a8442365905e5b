using System.Globalization;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Sandbox.Seccomp;

/// <summary>Seccomp programs in the kernel's form: instructions of eight bytes.</summary>
internal static class FilterProgram
{
    private const int MaskedEqual = 7;
    private const uint BinaryTree = 2;

    /// <summary>Everything but these rules stays possible.</summary>
    internal static byte[] Denying(IReadOnlyList<CallRule> rules) => Build(LibSeccomp.Allow, [], rules);

    /// <summary>Nothing but these rules stays possible.</summary>
    internal static byte[] Allowing(IReadOnlyList<CallRule> rules, IReadOnlyList<CallRule> refused) =>
        Build(LibSeccomp.Error(CallRule.NotPermitted), rules, refused);

    private static byte[] Build(uint defaultAction, IReadOnlyList<CallRule> allowed, IReadOnlyList<CallRule> refused)
    {
        var context = LibSeccomp.Begin(defaultAction);
        if (context == 0)
            throw new SeccompException("seccomp_init", 0);
        try
        {
            Check(LibSeccomp.SetAttribute(context, LibSeccomp.AttributeBadArchitecture, LibSeccomp.KillProcess), "seccomp_attr_set");
            Check(LibSeccomp.SetAttribute(context, LibSeccomp.AttributeOptimize, BinaryTree), "seccomp_attr_set");
            foreach (var rule in allowed)
                Add(context, LibSeccomp.Allow, rule);
            foreach (var rule in refused)
                Add(context, LibSeccomp.Error(rule.Error), rule);
            return Export(context);
        }
        finally
        {
            LibSeccomp.Release(context);
        }
    }

    private static unsafe void Add(nint context, uint action, CallRule rule)
    {
        var comparisons = stackalloc LibSeccomp.Comparison[rule.When.Length];
        for (var index = 0; index < rule.When.Length; index++)
        {
            var test = rule.When[index];
            comparisons[index] = new() { Argument = test.Argument, Operator = MaskedEqual, First = test.Mask, Second = test.Value };
        }

        foreach (var call in rule.Calls.Split(' '))
            Check(LibSeccomp.AddRule(context, action, Number(call), (uint)rule.When.Length, comparisons), call);
    }

    // A negative number other than -1 stands for a call that other architectures have; a rule for it does nothing here.
    private static int Number(string call)
    {
        var parts = call.Split('=');
        var number = LibSeccomp.Resolve(parts[0]);
        if (number != LibSeccomp.UnknownName)
            return number;
        return parts.Length == 2
            ? int.Parse(parts[1], CultureInfo.InvariantCulture)
            : throw new SeccompException($"seccomp_syscall_resolve_name({call})", 0);
    }

    private static unsafe byte[] Export(nint context)
    {
        // A program is a few kilobytes, and a pipe holds 64.
        var ends = stackalloc int[2];
        Check(Libc.Pipe(ends, Libc.CloseOnExec), "pipe2");
        using var stream = new DescriptorStream(ends[0]);
        var exported = LibSeccomp.Export(context, ends[1]);
        _ = Libc.Close(ends[1]);
        Check(exported, "seccomp_export_bpf");
        var program = new byte[64 << 10];
        var length = 0;
        while (stream.Read(program.AsSpan(length)) is > 0 and var read)
            length += read;
        return program[..length];
    }

    private static void Check(int result, string call)
    {
        if (result != 0)
            throw new SeccompException(call, result);
    }
}
