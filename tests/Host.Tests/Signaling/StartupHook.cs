using System.Diagnostics.CodeAnalysis;

/// <summary>
/// Runs in the real host before its Main, by the runtime's DOTNET_STARTUP_HOOKS, so that a test can ask for a collection and the
/// host itself needs no code for it. Orders come on standard input, which the host does not read.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this name without a namespace.")]
internal static class StartupHook
{
    private static string? s_kept;

    public static void Initialize() => new Thread(Obey) { IsBackground = true }.Start();

    private static void Obey()
    {
        while (Console.In.ReadLine() is { } order)
        {
            if (order.StartsWith("keep ", StringComparison.Ordinal))
                s_kept = order[5..];
            for (var round = 0; round < 3; round++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            Console.Out.WriteLine("done");
            GC.KeepAlive(s_kept);
        }
    }
}
