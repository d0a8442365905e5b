namespace PluginRoom.Protocol.Client;

/// <summary>A plugin installed on this host. Event <c>catalogChanged</c> carries the whole list.</summary>
/// <param name="State"><c>settling</c>, <c>ready</c>, <c>waiting</c> (an update in its cool-down, and no version before it that could run),
/// <c>blocked</c> by the operator, or <c>broken</c>; only a ready one can be added to a room.</param>
/// <param name="Trust">Who vouches for its files, in words; empty while nobody has looked.</param>
/// <param name="StateReason">Why it is blocked, in the operator's words where there are any.</param>
/// <param name="Update">A newer folder that waits out its cool-down while this version is used.</param>
public sealed record CatalogPlugin(
    string Id,
    string Name,
    string Version,
    string State,
    string? Publisher,
    string? Summary,
    IReadOnlyList<string> Errors,
    string Trust,
    string? StateReason,
    CatalogUpdate? Update);

/// <summary>A plugin in this room, visible to everyone in it. Events <c>roomPluginChanged</c> (whole view) and <c>roomPluginRemoved</c>.</summary>
/// <param name="State"><c>starting</c>, <c>running</c>, <c>restarting</c>, <c>failed</c>; <c>uiOnly</c> when it has no server side.</param>
/// <param name="StateReason">Why it is restarting, failed, or running more slowly, in words.</param>
/// <param name="AddedBy">Name of the person who added it.</param>
/// <param name="Isolation">How the server side is confined, in words that begin with its tier.</param>
/// <param name="Generation">Changes when all frames are started anew. A frame of another one has seen what may no longer be used, or another version: take it away.</param>
/// <param name="Trust">Who vouches for its files, in words.</param>
/// <param name="Update">Another version that waits for people's answers while this one runs on.</param>
public sealed record RoomPluginView(
    string Id,
    string Name,
    string Version,
    string State,
    string? StateReason,
    string AddedBy,
    string AddedById,
    string PublisherName,
    string PublisherContact,
    string PrivacyPolicyUrl,
    string Isolation,
    IReadOnlyList<PluginUiView> Ui,
    IReadOnlyList<PluginCapabilityView> Capabilities,
    IReadOnlyList<PluginFlowView> Flows,
    IReadOnlyList<PluginChannelView> Channels,
    IReadOnlyList<PluginSinkView> Sinks,
    int Generation,
    string Trust,
    PluginUpdateView? Update);

/// <summary>One frame of a plugin. <paramref name="Slot"/>: <c>panel</c>, <c>stage</c>, <c>toolbar</c>, <c>overlay</c>.</summary>
/// <param name="Url">A path on this host, or an address on the origin that the operator set apart for frames.</param>
/// <param name="Mode"><c>page</c>, or <c>worker</c> when its code runs without a document.</param>
public sealed record PluginUiView(string Slot, string Title, string Url, string Mode);

/// <summary>A capability as declared in the manifest, with the author's reason.</summary>
public sealed record PluginCapabilityView(string Name, string? Reason, bool Optional, bool Critical);

/// <summary>A declared flow: this category of a person's data to this sink.</summary>
/// <param name="Key">Stable while publisher, plugin and flow stay the same; what consent is keyed to.</param>
/// <param name="Data">Category, e.g. <c>content.chat</c>.</param>
/// <param name="To">Sink: <c>ui</c>, <c>room</c>, <c>storage.room</c>, <c>storage.user</c>, <c>download</c>, <c>sink:&lt;id&gt;</c>, <c>plugin:&lt;id&gt;</c>.</param>
/// <param name="Retention"><c>none</c>, <c>room</c> or an ISO 8601 duration.</param>
public sealed record PluginFlowView(string Key, string Data, string To, string Purpose, string Retention, bool Optional, bool Critical);

/// <summary>A named data channel between the participants' copies of the plugin's UI; it never passes the host.</summary>
public sealed record PluginChannelView(string Name, bool Ordered, int MaxMessageBytes, int MaxMessagesPerSecond);

/// <summary>A declared destination outside the room.</summary>
public sealed record PluginSinkView(string Id, string Url, string Operator, string Country);

/// <summary>Event <c>roomPluginRemoved</c>.</summary>
public sealed record RoomPluginGone(string Id, string Reason);

/// <summary>Hub methods <c>AddPlugin</c>, <c>RemovePlugin</c>, and <c>RestartPlugin</c> for one in state <c>failed</c>.</summary>
public sealed record PluginRequest(string PluginId);

/// <summary>Hub method <c>SendInput</c>: from the plugin's frame in this person's browser to its server side.</summary>
/// <param name="Generation">The <see cref="RoomPluginView.Generation"/> of the frame; of another one it is refused (<c>plugin.stale</c>).</param>
/// <param name="Data">base64, up to 256 KiB decoded.</param>
public sealed record PluginInput(string PluginId, int Generation, string Data);

/// <summary>Event <c>pluginMessage</c>: from the plugin's server side to its frame in this person's browser.</summary>
/// <param name="Data">base64.</param>
public sealed record PluginMessage(string PluginId, string Data);

/// <summary>Event <c>pluginChat</c>: a line that a plugin posted; the page badges it as the plugin's.</summary>
public sealed record PluginChat(string PluginId, string PluginName, string Text);

/// <summary>Event <c>pluginNotification</c>.</summary>
public sealed record PluginNotification(string PluginId, string PluginName, string Text);

/// <summary>Event <c>pluginPeople</c>: whom this plugin's frame may know, by the pseudonyms that only this plugin sees.</summary>
public sealed record PluginPeople(string PluginId, string Self, IReadOnlyList<PluginPerson> People);

/// <param name="ParticipantId">For the page only; never handed to the frame.</param>
/// <param name="Pseudonym">The id that the plugin sees.</param>
/// <param name="Name">Only when that person allows the plugin to know it.</param>
public sealed record PluginPerson(string ParticipantId, string Pseudonym, string? Name);

/// <summary>Hub method <c>DeliverChat</c>: the sender's own browser hands its chat line to the plugins that the sender allows.</summary>
public sealed record ChatDelivery(IReadOnlyList<string> PluginIds, string MessageId, string Text);

/// <summary>Hub methods <c>OpenChannel</c> and <c>CloseChannel</c>: the gate's word before a page opens a plugin's data channel, and the counts after.</summary>
/// <param name="Generation">As in <see cref="PluginInput"/>; of no account in <c>CloseChannel</c>.</param>
public sealed record ChannelRequest(string PluginId, int Generation, string Channel, long MessagesSent, long BytesSent);

/// <summary>Hub method <c>OfferFile</c>: a plugin's frame wants to save a file on this person's device.</summary>
/// <param name="Generation">As in <see cref="PluginInput"/>.</param>
public sealed record FileOffer(string PluginId, int Generation, string FileName, long Bytes);
