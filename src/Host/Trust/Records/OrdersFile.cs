using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Trust.Records;

/// <summary>The operator's orders as a running host follows them. Damaged while it runs: the last good ones stay in force.</summary>
internal sealed class OrdersFile(string folder)
{
    private readonly string _path = Path.Combine(folder, OperatorOrders.FileName);
    private byte[] _read = [];

    public OperatorOrders Orders { get; private set; } = OperatorOrders.None;

    /// <summary>Why the file as it stands is not followed; null when it is.</summary>
    public string? Problem { get; private set; }

    /// <exception cref="StartupException">What was blocked cannot be told, so nothing may run.</exception>
    public void ReadFirst()
    {
        Follow();
        if (Problem is { } problem)
            throw new StartupException($"{_path} says what is blocked on this host and cannot be read ({problem}). Correct it, or delete it to block nothing.");
    }

    /// <summary>Looks at the file. True: something else holds from now on.</summary>
    public bool Follow()
    {
        if (Content() is not { } content || content.AsSpan().SequenceEqual(_read))
            return false;
        _read = content;
        var errors = new ErrorList();
        var orders = content.Length == 0 ? OperatorOrders.None : OperatorOrders.Read(content, errors);
        Problem = orders is null ? string.Join(" | ", errors.ToList()) : null;
        Orders = orders ?? Orders;
        return orders is not null;
    }

    // No file: no orders. One that is larger than any of ours is read as far as it takes to say so.
    private byte[]? Content()
    {
        try
        {
            if (!File.Exists(_path))
                return [];
            using var file = File.OpenRead(_path);
            var content = new byte[Math.Min(file.Length, JsonText.MaxBytes + 1)];
            file.ReadExactly(content);
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problem = Wording.Sentence(e.Message);
            return null;
        }
    }
}
