namespace PluginRoom.Sdk;

/// <summary>A person, by a pseudonym that only this plugin sees and that lasts as long as the room. It says nothing about who it is.</summary>
/// <param name="Value">Opaque; compare it, do not take it apart.</param>
public readonly record struct ParticipantId(string Value)
{
    /// <summary>The pseudonym.</summary>
    public override string ToString() => Value;
}

/// <summary>Someone in the room who allows this plugin to know that they are there.</summary>
/// <param name="Id">A pseudonym that only this plugin sees.</param>
/// <param name="Name">Null unless plugin.json declares <c>participants.profile.read</c> and this person allows it.</param>
public sealed record Participant(ParticipantId Id, string? Name);
