using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PluginRoom.Sdk;

/// <summary>Values as JSON (RFC 8259), by System.Text.Json.</summary>
public static class KeyValueStoreJson
{
    /// <summary>Reads a value that <see cref="WriteJsonAsync"/> wrote; <c>default</c> when there is none.</summary>
    /// <exception cref="JsonException">The value is no JSON, or not that of a <typeparamref name="T"/>.</exception>
    /// <inheritdoc cref="IKeyValueStore.ReadAsync" path="/exception"/>
    public static async Task<T?> ReadJsonAsync<T>(
        this IKeyValueStore store, string key, JsonTypeInfo<T>? type = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.ReadAsync(key, cancellationToken).ConfigureAwait(false) is not { } value)
            return default;
        return type is null ? JsonSerializer.Deserialize<T>(value) : JsonSerializer.Deserialize(value, type);
    }

    /// <summary>Keeps a value as JSON; as such at most 256 KiB.</summary>
    /// <param name="store">The room's, or a person's.</param>
    /// <param name="key">1 to 128 bytes of UTF-8.</param>
    /// <param name="value">Anything that System.Text.Json can write.</param>
    /// <param name="type">From a source-generated context; null: by reflection.</param>
    /// <param name="cancellationToken">Stops waiting; the value may be kept all the same.</param>
    /// <inheritdoc cref="IKeyValueStore.WriteAsync" path="/exception"/>
    public static Task WriteJsonAsync<T>(
        this IKeyValueStore store, string key, T value, JsonTypeInfo<T>? type = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var json = type is null ? JsonSerializer.SerializeToUtf8Bytes(value) : JsonSerializer.SerializeToUtf8Bytes(value, type);
        return store.WriteAsync(key, json, cancellationToken);
    }
}
