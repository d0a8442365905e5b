namespace PluginRoom.Protocol.Client;

/// <summary>Event <c>purposesChanged</c>: the purposes that are off until a moderator of the room switches them on.</summary>
public sealed record RoomPurposesView(IReadOnlyList<PurposeView> Purposes);

/// <param name="Name"><c>training</c> or <c>marketing</c>.</param>
/// <param name="On">A moderator has switched it on, so plugins that declare it may ask people. While it is off no flow for it can be allowed.</param>
public sealed record PurposeView(string Name, bool On);

/// <summary>Hub method <c>SwitchPurpose</c>, for moderators. Off takes back whatever anybody in the room allowed for it.</summary>
public sealed record PurposeSwitch(string Purpose, bool On);
