namespace PluginRoom.Sdk;

/// <summary>
/// What people write about themselves and show to the people here. Needs <c>{ "name": "usercard.read" }</c> and a flow of <c>identity.card</c>.
/// </summary>
public interface ICards
{
    /// <summary>
    /// Runs <paramref name="handler"/> when somebody who allows it shows, changes or withdraws their card: soon after this process started, after
    /// they allowed it, and then at each change. Dispose the result to stop.
    /// </summary>
    /// <exception cref="CapabilityDeniedException"><c>usercard.read</c> is not declared.</exception>
    IDisposable OnChanged(Func<CardChange, CancellationToken, Task> handler);
}

/// <summary>Somebody's card as it is now.</summary>
/// <param name="Card">Null: it is withdrawn, so forget what you hold of it.</param>
public sealed record CardChange(ParticipantId From, UserCard? Card);

/// <summary>What a person shows of their card; null where they show nothing. Their own words: true or not.</summary>
public sealed record UserCard
{
    /// <summary>Up to 64 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Up to 32 characters.</summary>
    public string? Pronouns { get; init; }

    /// <summary>Up to 64 characters.</summary>
    public string? Role { get; init; }

    /// <summary>Up to 64 characters.</summary>
    public string? Organisation { get; init; }

    /// <summary>An https address of up to 200 characters.</summary>
    public string? Link { get; init; }

    /// <summary>Up to 280 characters.</summary>
    public string? About { get; init; }
}
