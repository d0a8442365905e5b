namespace PluginRoom.Protocol.Worker;

/// <summary>
/// What a person has to say yes to, in their page and in the page's words. Answered beside the other calls, within 60 seconds: fails with
/// <c>question.declined</c>, <c>question.unanswered</c> or <c>question.withdrawn</c>, and with <c>participant.unknown</c> for a pseudonym that nobody has or had.
/// </summary>
/// <param name="Person">Pseudonym of the person concerned.</param>
public abstract record AskCall(string Person) : WorkerCall;

/// <summary><c>chat.sendAsUser</c>, sink <c>room</c>; done when that person's page was told to send it.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record SendAsUserCall(string Person, string Text) : AskCall(Person);
