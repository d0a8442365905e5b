namespace PluginRoom.Sdk.Testing;

/// <summary>What the plugin keeps in a <see cref="FakeRoom"/>: in memory, with labels, without quota and without an end.</summary>
internal sealed class FakeStorage(FakeGate gate) : IUserStorage
{
    private readonly Dictionary<(string? Person, string Key), FakeStored> _values = [];

    /// <summary>The room's values, as they are.</summary>
    internal IReadOnlyDictionary<string, byte[]> OfRoom =>
        _values.Where(value => value.Key.Person is null).ToDictionary(value => value.Key.Key, value => value.Value.Data);

    internal IRoomStorage Room => new Scope(this, null);

    public IKeyValueStore Of(ParticipantId person)
    {
        ArgumentException.ThrowIfNullOrEmpty(person.Value, nameof(person));
        return new Scope(this, person.Value);
    }

    internal void Put(string key, byte[] data, (string Category, ParticipantId Person) tag) => _values[(null, key)] = new(data, [tag]);

    /// <summary>This person took the permission back.</summary>
    internal void Forget(string category, ParticipantId person)
    {
        foreach (var (place, _) in _values.Where(value => value.Value.Tags.Contains((category, person))).ToList())
            _values.Remove(place);
    }

    private byte[]? Read(string? person, string key)
    {
        gate.Require(Capability(person));
        if (!_values.TryGetValue((person, key), out var stored))
            return null;
        gate.See(stored.Tags);
        return [.. stored.Data];
    }

    private void Write(string? person, string key, byte[]? data)
    {
        gate.Require(Capability(person));
        gate.RequireSink(Capability(person), Capability(person));
        if (data is null)
            _values.Remove((person, key));
        else
            _values[(person, key)] = new(data, [.. gate.Tags]);
    }

    private List<string> List(string? person, string prefix)
    {
        gate.Require(Capability(person));
        var found = _values.Where(value => value.Key.Person == person).ToList();
        foreach (var (_, stored) in found)
            gate.See(stored.Tags);
        return [.. found.Select(value => value.Key.Key).Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    // The capability and the sink that it reaches have one name.
    private static string Capability(string? person) => person is null ? "storage.room" : "storage.user";

    private sealed record FakeStored(byte[] Data, HashSet<(string Category, ParticipantId Person)> Tags);

    private sealed class Scope(FakeStorage storage, string? person) : IRoomStorage
    {
        public Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
        {
            TextLimit.CheckKey(key);
            return FakeGate.Answer(() => storage.Read(person, key), cancellationToken);
        }

        public Task WriteAsync(string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
        {
            TextLimit.CheckKey(key);
            TextLimit.CheckValue(value);
            return Write(key, value.ToArray(), cancellationToken);
        }

        public Task DeleteAsync(string key, CancellationToken cancellationToken)
        {
            TextLimit.CheckKey(key);
            return Write(key, null, cancellationToken);
        }

        public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(prefix);
            return FakeGate.Answer<IReadOnlyList<string>>(() => storage.List(person, prefix), cancellationToken);
        }

        private Task<bool> Write(string key, byte[]? data, CancellationToken cancellationToken) => FakeGate.Answer(() =>
        {
            storage.Write(person, key, data);
            return true;
        }, cancellationToken);
    }
}
