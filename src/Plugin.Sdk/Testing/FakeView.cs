namespace PluginRoom.Sdk.Testing;

/// <summary>The room as the plugin under test sees it.</summary>
internal sealed class FakeView(FakeRoom room)
    : IRoom, IRoomInfo, IParticipants, IPresence, IChat, IPluginUi, INotifications, IRecordings
{
    internal FakeEvent<Participant> Joined { get; } = new(room.Gate, "presence.subscribe", "behaviour.presence");

    internal FakeEvent<ParticipantId> Left { get; } = new(room.Gate, "presence.subscribe", "behaviour.presence");

    internal FakeEvent<Participant> Renamed { get; } = new(room.Gate, "participants.profile.read", "identity.profile");

    internal FakeEvent<ChatMessage> Message { get; } = new(room.Gate, "chat.read", "content.chat");

    internal FakeEvent<UiInput> Input { get; } = new(room.Gate, Denial.AnyUi, "plugin.input");

    internal FakeEvent<Recording> Started { get; } = new(room.Gate, "recording.write", null);

    internal FakeEvent<Recording> Stopped { get; } = new(room.Gate, "recording.write", null);

    public string Alias => "r1";

    public IRoomInfo Info => this;

    public IParticipants Participants => this;

    public IPresence Presence => this;

    public IChat Chat => this;

    public IPluginUi Ui => this;

    public INotifications Notifications => this;

    public IRecordings Recordings => this;

    public IRoomStorage Storage => room.Kept.Room;

    public IUserStorage UserStorage => room.Kept;

    public INet Net { get; } = new FakeNet(room.Gate, (sink, request) => room.AnswerSink(sink, request));

    public IWebhook Webhook => Hook;

    public IMedia Media { get; } = new FakeMedia(room);

    internal FakeWebhook Hook { get; } = new(room.Gate);

    public IReactions Reactions => Reacting;

    internal FakeReactions Reacting { get; } = new(room.Gate);

    public ISpeaking Speaking => Talking;

    internal FakeSpeaking Talking { get; } = new(room.Gate);

    public IQuality Quality => Connections;

    internal FakeQuality Connections { get; } = new(room.Gate);

    public IPlugins Plugins => Others;

    internal FakePlugins Others { get; } = new(room);

    public IModeration Moderation { get; } = new FakeModeration(room);

    public IFiles Files { get; } = new FakeFiles(room);

    public ICards Cards => Shown;

    internal FakeCards Shown { get; } = new(room.Gate);

    public IPluginLog Log { get; } = new FakeLog(room.Gate.LogLines);

    public Task<RoomFacts> ReadAsync(CancellationToken cancellationToken) =>
        Gated("room.info.read", () => new RoomFacts(room.Name, room.People.Count), cancellationToken);

    public Task<IReadOnlyList<Participant>> ListAsync(CancellationToken cancellationToken) =>
        Gated<IReadOnlyList<Participant>>("participants.list", () =>
        {
            var seen = new List<Participant>();
            foreach (var person in room.People)
            {
                if (!person.Allows("identity.pseudonym"))
                    continue;
                seen.Add(room.Gate.See(person));
                room.Gate.See("identity.pseudonym", person.Id);
            }

            return seen;
        }, cancellationToken);

    public IDisposable OnRenamed(Func<Participant, CancellationToken, Task> handler) => Renamed.Add(handler);

    public IDisposable OnJoined(Func<Participant, CancellationToken, Task> handler) => Joined.Add(handler);

    public IDisposable OnLeft(Func<ParticipantId, CancellationToken, Task> handler) => Left.Add(handler);

    public IDisposable OnMessage(Func<ChatMessage, CancellationToken, Task> handler) => Message.Add(handler);

    public IDisposable OnInput(Func<UiInput, CancellationToken, Task> handler) => Input.Add(handler);

    public IDisposable OnStarted(Func<Recording, CancellationToken, Task> handler) => Started.Add(handler);

    public IDisposable OnStopped(Func<Recording, CancellationToken, Task> handler) => Stopped.Add(handler);

    public Task SendAsync(string text, CancellationToken cancellationToken)
    {
        TextLimit.Check(text, IChat.MaxLength);
        return Post("chat.send", text, room.Gate.ChatLines, cancellationToken);
    }

    public Task SendAsAsync(ParticipantId person, string text, CancellationToken cancellationToken) =>
        new FakeProposals(room).AskAsync(person, text, cancellationToken);

    public Task ShowAsync(string text, CancellationToken cancellationToken)
    {
        TextLimit.Check(text, INotifications.MaxLength);
        return Post("ui.notification", text, room.Gate.Notices, cancellationToken);
    }

    public Task SendAsync(ParticipantId to, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => Output(to, data, cancellationToken);

    public Task BroadcastAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => Output(null, data, cancellationToken);

    private Task<T> Gated<T>(string capability, Func<T> answer, CancellationToken cancellationToken) => FakeGate.Answer(() =>
    {
        room.Gate.Require(capability);
        return answer();
    }, cancellationToken);

    private Task<bool> Post(string capability, string text, List<string> target, CancellationToken cancellationToken) =>
        Gated(capability, () =>
        {
            room.Gate.RequireSink(capability, "room");
            target.Add(text);
            return true;
        }, cancellationToken);

    private Task<bool> Output(ParticipantId? to, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        TextLimit.Check(data);
        return Gated(Denial.AnyUi, () =>
        {
            room.Gate.RequireSink(Denial.AnyUi, "ui");
            // Copied, because the plugin may reuse its buffer.
            room.Gate.UiOutputs.Add(new(to, data.ToArray()));
            return true;
        }, cancellationToken);
    }
}
