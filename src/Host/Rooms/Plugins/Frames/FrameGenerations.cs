namespace PluginRoom.Host.Rooms.Plugins.Frames;

/// <summary>
/// Numbers the generations of all plugins' frames in one room, none twice: what a frame of a plugin that was removed and added again, or
/// of a version before, still sends is told apart as well. On the room's queue.
/// </summary>
internal sealed class FrameGenerations
{
    private int _last;

    public int Next() => ++_last;
}
