using System.Globalization;

namespace PluginRoom.TestPlugins.Bomb;

/// <summary>Each says how many it got.</summary>
internal static class CountBombs
{
    private const int Most = 20_000;
    private static readonly List<Thread> Started = [];

    internal static string Threads()
    {
        try
        {
            while (Started.Count < Most)
            {
                var thread = new Thread(static () => Thread.Sleep(Timeout.Infinite), 64 * 1024) { IsBackground = true };
                thread.Start();
                Started.Add(thread);
            }
        }
        catch (Exception refused) when (refused is OutOfMemoryException or ThreadStartException)
        {
            // As many as there are to be had.
        }

        return Text($"threads {Started.Count}");
    }

    internal static string Files()
    {
        var open = new List<FileStream>();
        try
        {
            while (open.Count < Most)
                open.Add(new FileStream("/plugin/plugin.json", FileMode.Open, FileAccess.Read, FileShare.Read, 1));
        }
        catch (IOException)
        {
            // As many as there are to be had.
        }

        var count = open.Count;
        foreach (var file in open)
            file.Dispose();
        return Text($"files {count}");
    }

    internal static string Disk()
    {
        var chunk = new byte[256 * 1024];
        long written = 0;
        // Well beyond any limit, and little enough for a machine on which none holds.
        for (var file = 0; file < 200; file++)
        {
            try
            {
                using var stream = new FileStream(Path.Combine(Path.GetTempPath(), Text($"full-{file}")), FileMode.Create, FileAccess.Write, FileShare.None, 1);
                for (var part = 0; part < 2; part++)
                {
                    stream.Write(chunk);
                    written += chunk.Length;
                }
            }
            catch (IOException)
            {
                break;
            }
        }

        return Text($"bytes {written}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
