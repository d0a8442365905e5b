using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Purposes;

/// <summary>
/// The purposes that are off until a moderator switches them on, and which of them are on in this room. In memory, for as long as the
/// room. On the room's queue.
/// </summary>
internal sealed class RoomPurposes
{
    private readonly HashSet<Purpose> _on = [];

    public RoomPurposesView View => new([.. Vocabulary.Purposes.OffAtFirst.Select(purpose => new PurposeView(purpose.Name(), _on.Contains(purpose)))]);

    /// <summary>Null: there is no such purpose, or it is none that a room decides on.</summary>
    public static Purpose? Find(string name) =>
        Vocabulary.Purposes.Parse(name) is { } purpose && !purpose.IsOnByDefault() ? purpose : null;

    public bool IsOff(Purpose purpose) => !purpose.IsOnByDefault() && !_on.Contains(purpose);

    /// <summary>False: it is so already.</summary>
    public bool Set(Purpose purpose, bool on) => on ? _on.Add(purpose) : _on.Remove(purpose);

    /// <summary>For a plugin that comes into the room.</summary>
    public void ApplyTo(PluginGate gate)
    {
        foreach (var purpose in _on)
            gate.Consents.SwitchOn(gate.Flows.FlowsFor(purpose));
    }
}
