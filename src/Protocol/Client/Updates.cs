namespace PluginRoom.Protocol.Client;

/// <summary>An update that the host does not take before its cool-down is over.</summary>
/// <param name="Until">Milliseconds since 1970 (UTC), as far as can be told now.</param>
public sealed record CatalogUpdate(string Version, long Until);

/// <summary>
/// Another version of a plugin in this room, which differs in something that people decided on. The version before runs on until
/// everyone present who has allowed it something has answered.
/// </summary>
/// <param name="Id">Names exactly this content.</param>
/// <param name="Older">A lower version than the one that runs.</param>
/// <param name="Trust">Who vouches for its files, in words.</param>
/// <param name="Changes">What differs, in the order in which people should read it.</param>
/// <param name="Unanswered">How many people have still to answer.</param>
public sealed record PluginUpdateView(
    string Id,
    string Name,
    string Version,
    bool Older,
    string Trust,
    string PublisherName,
    string PublisherContact,
    string PrivacyPolicyUrl,
    IReadOnlyList<PluginCapabilityView> Capabilities,
    IReadOnlyList<PluginFlowView> Flows,
    IReadOnlyList<PluginSinkView> Sinks,
    IReadOnlyList<UpdateChange> Changes,
    int Unanswered);

/// <summary>One difference. Null on one side: added or gone.</summary>
/// <param name="What"><c>name</c>, <c>publisher</c>, <c>contact</c>, <c>trust</c> (both sides are words), <c>privacyPolicy</c>, <c>erasure</c>
/// (addresses), <c>server</c> (with or without a server side), <c>sink</c> (ids), <c>flow</c> (keys) or <c>capability</c> (names).</param>
public sealed record UpdateChange(string What, string? Before, string? After);

/// <summary>Hub method <c>AnswerUpdate</c>: this person's choices for the version that waits. Answering again changes one's mind.</summary>
/// <param name="Update">A <see cref="PluginUpdateView.Id"/>.</param>
/// <param name="Choices">For flows of that version. A flow that is left out keeps the choice made for the same flow of the version before.</param>
public sealed record UpdateAnswer(string PluginId, string Update, IReadOnlyList<FlowChoice> Choices);

/// <summary>What this person answered for a version that waits.</summary>
public sealed record UpdateAnswerView(string Update, IReadOnlyList<FlowChoice> Choices);
