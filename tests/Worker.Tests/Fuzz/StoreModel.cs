using System.Text;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>What storage answers. Nobody takes anything back here, and no time passes: what is written stays.</summary>
internal sealed class StoreModel(GateModel gate)
{
    private readonly Dictionary<(int? Person, string Key), (byte[] Value, HashSet<(DataCategory, int)> Label)> _values = [];
    private readonly Dictionary<int, HashSet<(DataCategory, int)>> _traces = [];
    private long _bytesLeft = 16 << 20;

    internal string Answer(StoreCall call)
    {
        var person = call.Person is null ? null : gate.PersonOf(call.Person);
        if (call.Person is not null && person is null)
            return gate.Use(Capability.StorageUser, "participant.unknown");
        return call switch
        {
            ReadStoredCall read => Read(person, read.Key),
            ListStoredCall list => List(person, list.Prefix),
            WriteStoredCall write => Write(person, write.Key, write.Value),
            DeleteStoredCall delete => Delete(person, delete.Key),
            _ => throw new NotSupportedException(call.ToString()),
        };
    }

    private string Read(int? person, string key)
    {
        var found = _values.TryGetValue((person, key), out var stored);
        var verdict = Back(person, found ? stored.Label : TracesOf(person), found ? stored.Value.Length : 0);
        return verdict != "done" ? verdict : found ? Words(stored.Value) : "stored nothing";
    }

    private string List(int? person, string prefix)
    {
        var keys = _values.Keys.Where(at => at.Person == person && at.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(at => at.Key).Order(StringComparer.Ordinal).ToList();
        var verdict = Back(person, TracesOf(person), keys.Sum(key => key.Length));
        return verdict != "done" ? verdict : "keys " + string.Join('|', keys);
    }

    private string Write(int? person, string key, byte[] value)
    {
        if (Out(person, key.Length + value.Length) is var verdict and not "done")
            return verdict;
        if (key.Length == 0 || Encoding.UTF8.GetByteCount(key) > 128)
            return "storage.key";
        if (value.Length > 256 << 10)
            return "storage.value";
        var others = _values.Where(entry => entry.Key != (person, key)).Sum(entry => entry.Value.Value.Length + Encoding.UTF8.GetByteCount(entry.Key.Key));
        if (others + value.Length + Encoding.UTF8.GetByteCount(key) > 8 << 20)
            return "storage.full";
        _values[(person, key)] = (value, [.. gate.Seen]);
        TracesOf(person).UnionWith(gate.Seen);
        return "done";
    }

    private string Delete(int? person, string key)
    {
        if (Out(person, key.Length) is var verdict and not "done")
            return verdict;
        _values.Remove((person, key));
        TracesOf(person).UnionWith(gate.Seen);
        return "done";
    }

    private string Back(int? person, IReadOnlyCollection<(DataCategory, int)> label, int bytes) =>
        Takes(bytes) ? gate.Back(CapabilityOf(person), SinkOf(person), label) : gate.Decided("limit");

    private string Out(int? person, int bytes) => Takes(bytes) ? gate.Out(CapabilityOf(person), SinkOf(person)) : gate.Decided("limit");

    private bool Takes(int bytes)
    {
        if (_bytesLeft < bytes)
            return false;
        _bytesLeft -= bytes;
        return true;
    }

    private HashSet<(DataCategory, int)> TracesOf(int? person)
    {
        if (!_traces.TryGetValue(person ?? -1, out var traces))
            _traces.Add(person ?? -1, traces = []);
        return traces;
    }

    private static Capability CapabilityOf(int? person) => person is null ? Capability.StorageRoom : Capability.StorageUser;

    private static SinkName SinkOf(int? person) => person is null ? SinkName.StorageRoom : SinkName.StorageUser;

    internal static string Words(byte[] value) => $"stored {value.Length} {Convert.ToHexString(value.AsSpan(0, Math.Min(8, value.Length)))}";
}
