using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

/// <param name="person">Null: the room's values.</param>
internal sealed class HostStorage(HostCalls calls, string? person) : IRoomStorage
{
    public async Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        TextLimit.CheckKey(key);
        return ((StoredValue)await calls.AskAsync(new ReadStoredCall(person, key), cancellationToken).ConfigureAwait(false)).Value;
    }

    public Task WriteAsync(string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
    {
        TextLimit.CheckKey(key);
        TextLimit.CheckValue(value);
        return calls.AskAsync(new WriteStoredCall(person, key, value.ToArray()), cancellationToken);
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        TextLimit.CheckKey(key);
        return calls.AskAsync(new DeleteStoredCall(person, key), cancellationToken);
    }

    public async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return ((StoredKeys)await calls.AskAsync(new ListStoredCall(person, prefix), cancellationToken).ConfigureAwait(false)).Keys;
    }
}
