using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Trust.Records;

/// <summary>Changes the operator's orders: one command at a time, and the file is there as a whole at every moment.</summary>
internal static class OrdersDesk
{
    /// <summary>False: <paramref name="change"/> returned null, so the file is as it was.</summary>
    /// <exception cref="IOException">Another command is at it, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or what would be written is no order. The message says what to do.</exception>
    public static bool Change(string folder, Func<OperatorOrders, OperatorOrders?> change)
    {
        Directory.CreateDirectory(folder);
        using var one = new FileStream(Path.Combine(folder, ".orders.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (change(Read(folder)) is not { } changed)
            return false;
        var content = StrictDocument.Write(changed);
        // What a host would not follow is not written.
        var errors = new ErrorList();
        if (OperatorOrders.Read(content, errors) is null)
            throw new InvalidDataException(string.Join(" | ", errors.ToList()));
        AtomicFile.Write(Path.Combine(folder, OperatorOrders.FileName), content);
        return true;
    }

    private static OperatorOrders Read(string folder)
    {
        var path = Path.Combine(folder, OperatorOrders.FileName);
        if (!File.Exists(path))
            return OperatorOrders.None;
        var errors = new ErrorList();
        return OperatorOrders.Read(File.ReadAllBytes(path), errors)
            ?? throw new InvalidDataException($"{path} is damaged ({string.Join(" | ", errors.ToList())}). Correct it, or delete it to block nothing.");
    }
}
