namespace PluginRoom.Plugins.Whiteboard.Document;

/// <summary>
/// The document as the list of updates that made it. This side cannot merge them, so now and then a frame sends one update that
/// covers all up to a number, and those are replaced; what arrived meanwhile has a higher number and stays.
/// </summary>
internal sealed class BoardLog
{
    /// <summary>The document's largest size: 8 MiB.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private const int CompactAboveBytes = 256 * 1024;
    private const int CompactAboveUpdates = 500;

    private readonly List<(long Seq, byte[] Bytes)> _entries = [];
    private int _compactedBytes;

    /// <summary>The number of the newest update.</summary>
    public long Through { get; private set; }

    public int Bytes { get; private set; }

    public int Count => _entries.Count;

    /// <summary>True when so much has come since the last snapshot that a new one is worth asking for.</summary>
    public bool IsLong => _entries.Count > CompactAboveUpdates || Bytes - _compactedBytes > CompactAboveBytes;

    /// <summary>False: it would not fit any more.</summary>
    public bool TryAppend(byte[] update)
    {
        if (Bytes + (long)update.Length > MaxBytes)
            return false;
        _entries.Add((++Through, update));
        Bytes += update.Length;
        return true;
    }

    /// <summary>The updates after number <paramref name="seq"/>, oldest first.</summary>
    public IEnumerable<byte[]> After(long seq) => _entries.Where(entry => entry.Seq > seq).Select(entry => entry.Bytes);

    /// <summary>Puts <paramref name="snapshot"/> in the place of the updates up to <paramref name="through"/>. False: it would not fit.</summary>
    public bool TryReplace(long through, byte[] snapshot)
    {
        var covered = _entries.Where(entry => entry.Seq <= through).Sum(entry => entry.Bytes.Length);
        if (Bytes - covered + (long)snapshot.Length > MaxBytes)
            return false;
        _entries.RemoveAll(entry => entry.Seq <= through);
        _entries.Insert(0, (through, snapshot));
        Bytes += snapshot.Length - covered;
        _compactedBytes = snapshot.Length;
        return true;
    }
}
