namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed class ManagedMemory : IAttempt
{
    public string Vector => "take 600 MB of managed memory";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        var kept = new List<byte[]>();
        for (var count = 0; count < 600; count++)
        {
            kept.Add(new byte[1 << 20]);
            kept[^1].AsSpan().Fill(1);
        }

        return $"{kept.Count} MB";
    }
}
