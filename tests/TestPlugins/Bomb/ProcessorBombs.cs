namespace PluginRoom.TestPlugins.Bomb;

internal static class ProcessorBombs
{
    /// <summary>Four threads that never rest; the handler returns.</summary>
    internal static string Spin()
    {
        for (var thread = 0; thread < 4; thread++)
        {
            new Thread(static () =>
            {
                while (true)
                    Thread.SpinWait(1000);
            })
            { IsBackground = true }.Start();
        }

        return "spinning";
    }

    /// <summary>Of processor time.</summary>
    internal static string SpinFor(TimeSpan time)
    {
        var end = Environment.CpuUsage.TotalTime + time;
        while (Environment.CpuUsage.TotalTime < end)
            Thread.SpinWait(1000);
        return "rested";
    }
}
