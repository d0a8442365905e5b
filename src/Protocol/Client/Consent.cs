namespace PluginRoom.Protocol.Client;

/// <summary>Hub method <c>Decide</c>: this person's choice for flows of one plugin. Choosing again changes one's mind.</summary>
public sealed record ConsentRequest(string PluginId, IReadOnlyList<FlowChoice> Choices);

/// <param name="Flow">A <see cref="PluginFlowView.Key"/>.</param>
/// <param name="Choice"><c>allow</c>, <c>refuse</c>, or <c>unset</c> to be asked again.</param>
public sealed record FlowChoice(string Flow, string Choice);

/// <summary>Event <c>consentChanged</c>, to this person alone: all of their choices for one plugin.</summary>
/// <param name="Update">Their answer for a version that waits; null where none waits or they have not answered.</param>
public sealed record ConsentView(string PluginId, IReadOnlyList<FlowChoice> Choices, UpdateAnswerView? Update);
