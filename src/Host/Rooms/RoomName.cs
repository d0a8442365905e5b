using System.Buffers;

namespace PluginRoom.Host.Rooms;

/// <summary>A room's name as in the link <c>/r/&lt;name&gt;</c>: 3 to 64 of <c>a-z 0-9 -</c>.</summary>
public readonly record struct RoomName
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private RoomName(string text) => Text = text;

    public string Text { get; }

    public static RoomName? Parse(string text) =>
        text.Length is >= 3 and <= 64 && !text.AsSpan().ContainsAnyExcept(Allowed) ? new RoomName(text) : null;

    public override string ToString() => Text;
}
