namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed class HeapLimit : IAttempt
{
    public string Vector => "lift the runtime's own memory limit";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        AppContext.SetData("GCHeapHardLimit", (ulong)4 << 30);
        GC.RefreshMemoryLimit();
        var kept = new List<byte[]>();
        for (var count = 0; count < 600; count++)
            kept.Add(GC.AllocateUninitializedArray<byte>(1 << 20, pinned: true));
        kept.ForEach(static block => block.AsSpan().Fill(1));
        return $"{kept.Count} MB";
    }
}
