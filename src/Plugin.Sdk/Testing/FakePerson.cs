namespace PluginRoom.Sdk.Testing;

/// <summary>Someone in a <see cref="FakeRoom"/>. What they have not allowed does not reach the plugin.</summary>
public sealed class FakePerson
{
    private readonly FakeRoom _room;
    private readonly HashSet<string> _allowed = [];
    private int _lines;
    private UserCard? _card;

    internal FakePerson(FakeRoom room, ParticipantId id, string name) => (_room, Id, Name) = (room, id, name);

    /// <summary>The pseudonym by which the plugin knows this person.</summary>
    public ParticipantId Id { get; }

    /// <summary>The name as shown in the room.</summary>
    public string Name { get; private set; }

    /// <summary>Allows the plugin a data category, e.g. <c>content.chat</c>, for every flow that it declares.</summary>
    public Task AllowAsync(string category)
    {
        if (!_allowed.Add(category))
            return Task.CompletedTask;
        return category switch
        {
            "behaviour.presence" => RaiseAsync(_room.Events.Joined, _room.Gate.See(this)),
            "identity.profile" => RaiseAsync(_room.Events.Renamed, new(Id, Name)),
            FakeCards.Category when _card is not null => RaiseAsync(_room.Events.Shown.Changed, new(Id, _card)),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Takes the permission back. What the plugin has stored of it is deleted.</summary>
    public async Task RefuseAsync(string category)
    {
        if (category == "behaviour.presence")
            await RaiseAsync(_room.Events.Left, Id).ConfigureAwait(false);
        else if (category == "identity.profile")
            await RaiseAsync(_room.Events.Renamed, new(Id, null)).ConfigureAwait(false);
        else if (category == FakeCards.Category && _card is not null)
            await RaiseAsync(_room.Events.Shown.Changed, new(Id, null)).ConfigureAwait(false);
        _allowed.Remove(category);
        _room.Kept.Forget(category, Id);
    }

    /// <summary>Writes a line into the chat. Needs <c>content.chat</c> to reach the plugin.</summary>
    public Task ChatAsync(string text) =>
        RaiseAsync(_room.Events.Message, new(Id, $"{Id}-{++_lines}", text, DateTimeOffset.UnixEpoch));

    /// <summary>Sends from this person's frame of the plugin. Needs <c>plugin.input</c> to reach the plugin.</summary>
    public Task SendUiAsync(ReadOnlyMemory<byte> data) => RaiseAsync(_room.Events.Input, new(Id, data));

    /// <summary>Sends a reaction. Needs <c>behaviour.interaction</c> to reach the plugin.</summary>
    public Task ReactAsync(Reaction reaction) => RaiseAsync(_room.Events.Reacting.Sent, new(Id, reaction, DateTimeOffset.UnixEpoch));

    /// <summary>Begins or ends to speak. Needs <c>behaviour.speaking</c> to reach the plugin.</summary>
    public Task SpeakAsync(bool speaking) => RaiseAsync(_room.Events.Talking.Changed, new(Id, speaking, DateTimeOffset.UnixEpoch));

    /// <summary>
    /// Reports how this person's connections do. Needs <c>room.meta</c>, and reaches the plugin as a median when somebody else who allows it
    /// has reported since the last one.
    /// </summary>
    public Task ReportQualityAsync(TimeSpan roundTrip, double lossPercent, int kbps) =>
        _room.Events.Connections.ReportAsync(this, roundTrip, lossPercent, kbps, _room.Stopping);

    /// <summary>Shows, changes or withdraws (null) the card. Needs <c>identity.card</c> to reach the plugin.</summary>
    public Task ShowCardAsync(UserCard? card)
    {
        _card = card;
        return RaiseAsync(_room.Events.Shown.Changed, new(Id, card));
    }

    /// <summary>Changes the name. Needs <c>identity.profile</c> to reach the plugin.</summary>
    public Task RenameAsync(string name)
    {
        Name = name;
        return RaiseAsync(_room.Events.Renamed, new(Id, name));
    }

    /// <summary>Leaves the room.</summary>
    public Task LeaveAsync() => _room.LeaveAsync(this);

    internal bool AllowsAnything => _allowed.Count > 0;

    internal bool Allows(string category) => _allowed.Contains(category);

    private Task RaiseAsync<T>(FakeEvent<T> kind, T value) =>
        _room.People.Contains(this) ? kind.RaiseAsync(this, value, _room.Stopping) : Task.CompletedTask;
}
