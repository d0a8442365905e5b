namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearMiss
{
    // Longer than any name of ours: comparing would only cost time.
    private const int LongestWritten = 60;

    public static string? Find(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestWritten)
            return null;
        var (best, bestDistance) = ((string?)null, int.MaxValue);
        foreach (var name in names)
        {
            var distance = Distance(written.ToLowerInvariant(), name.ToLowerInvariant());
            if (distance < bestDistance && distance <= Math.Max(1, name.Length / 3))
                (best, bestDistance) = (name, distance);
        }

        return best;
    }

    /// <summary>Letters inserted, left out, exchanged, or swapped with their neighbour (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var exchange = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(exchange, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
