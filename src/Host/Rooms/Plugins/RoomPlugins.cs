using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>The plugins in one room. Everything here runs on the room's queue.</summary>
public sealed class RoomPlugins(Room room)
{
    public Room Room { get; } = room;

    public IReadOnlyList<CatalogPlugin> Catalog => [];

    public IReadOnlyList<RoomPluginView> Plugins => [];

    public IReadOnlyList<ConsentView> ConsentsOf(Participant participant) => [];

    public RecordingView? RecordingFor(Participant participant) => null;

    /// <summary>Took a seat; the others have been told.</summary>
    public void Joined(Participant participant)
    {
    }

    /// <summary>The socket dropped and the seat is held.</summary>
    public void Away(Participant participant)
    {
    }

    /// <summary>Took the seat back, with the same page.</summary>
    public void Back(Participant participant)
    {
    }

    /// <summary>Took the seat back with another public key: the page was reloaded.</summary>
    public void Renewed(Participant participant)
    {
    }

    /// <summary>Took the seat back under another name.</summary>
    public void Renamed(Participant participant)
    {
    }

    /// <summary>The seat is free; the others have been told.</summary>
    public void Left(Participant participant)
    {
    }

    /// <summary>The last person left. Nothing of the room may outlive this.</summary>
    public void Closed()
    {
    }
}

/// <summary>Makes the <see cref="RoomPlugins"/> of each new room.</summary>
public sealed class RoomPluginsFactory
{
    public RoomPlugins Create(Room room) => new(room);
}
