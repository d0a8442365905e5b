namespace PluginRoom.Sdk;

/// <summary>
/// Values under keys, held by the host and given to this plugin alone. What a worker writes carries the label of all that it has seen, and
/// whoever reads it has seen that too: a fresh process that reads a chat line from here may send it only where the manifest lets
/// <c>content.chat</c> go. When a person takes their permission back, the values that carry their data are deleted.
/// </summary>
/// <remarks>
/// A plugin keeps up to 1,000 values and 8 MiB in a room, both kinds of storage together. Every call throws
/// <see cref="CapabilityDeniedException"/> when the capability is not declared or the data may not go there, with the code <c>limit</c> beyond
/// about 100 calls or 2 MiB a second, and <see cref="RoomCallException"/> with the code <c>storage.unavailable</c> when the host's disk
/// fails: nothing was changed then, and trying again later may work.
/// </remarks>
public interface IKeyValueStore
{
    /// <summary>The longest key, in bytes of UTF-8.</summary>
    const int MaxKeyBytes = 128;

    /// <summary>The largest value: 256 KiB.</summary>
    const int MaxValueBytes = 256 * 1024;

    /// <summary>Reads a value; null when there is none, or when its time is over.</summary>
    /// <exception cref="RoomCallException"><c>storage.damaged</c>: the disk has lost it; delete it or write it anew.</exception>
    /// <exception cref="CapabilityDeniedException">The capability is not declared, or somebody concerned no longer allows it.</exception>
    /// <exception cref="ArgumentException">The key is empty or too long.</exception>
    Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps a value under this key, in the place of an earlier one, for the shortest <c>retention</c> of the flows of all that this worker
    /// has seen to this storage. What holds nobody's data is kept until the room ends.
    /// </summary>
    /// <exception cref="RoomCallException">
    /// <c>storage.full</c>: delete something first. <c>storage.key</c>: the key is not valid Unicode text. Then the earlier value stays.
    /// </exception>
    /// <exception cref="CapabilityDeniedException">The capability is not declared, or this worker has seen data that may not be kept there.</exception>
    /// <exception cref="ArgumentException">The key is empty or too long, or the value is too large.</exception>
    Task WriteAsync(string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default);

    /// <summary>Deletes a value. Whether there was one is not told: a worker that may only write learns nothing by it.</summary>
    /// <exception cref="CapabilityDeniedException">The capability is not declared, or this worker has seen data that may not be kept there.</exception>
    /// <exception cref="ArgumentException">The key is empty or too long.</exception>
    Task DeleteAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Lists the keys that begin with <paramref name="prefix"/>, sorted (ordinal). Keys carry labels as values do: listing is reading all of them.</summary>
    /// <exception cref="CapabilityDeniedException">The capability is not declared, or somebody concerned no longer allows it.</exception>
    Task<IReadOnlyList<string>> ListAsync(string prefix = "", CancellationToken cancellationToken = default);
}
