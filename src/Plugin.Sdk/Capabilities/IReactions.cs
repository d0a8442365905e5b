namespace PluginRoom.Sdk;

/// <summary>The small signs that people send in a call. Needs <c>{ "name": "reactions.read" }</c> and a flow of <c>behaviour.interaction</c>.</summary>
public interface IReactions
{
    /// <summary>
    /// Runs <paramref name="handler"/> for each reaction of a person who allows it, about one a second from each at most. Dispose the result
    /// to stop.
    /// </summary>
    /// <exception cref="CapabilityDeniedException"><c>reactions.read</c> is not declared.</exception>
    IDisposable OnSent(Func<SentReaction, CancellationToken, Task> handler);
}

/// <summary>All reactions that there are.</summary>
public enum Reaction
{
    /// <summary>Thumbs up.</summary>
    ThumbsUp,

    /// <summary>Clapping hands.</summary>
    Applause,

    /// <summary>A heart.</summary>
    Heart,

    /// <summary>A laughing face.</summary>
    Laugh,

    /// <summary>A surprised face.</summary>
    Surprise,

    /// <summary>A party popper.</summary>
    Party,
}

/// <summary>A reaction that somebody sent.</summary>
/// <param name="At">When the host received it (UTC).</param>
public sealed record SentReaction(ParticipantId From, Reaction Reaction, DateTimeOffset At);
