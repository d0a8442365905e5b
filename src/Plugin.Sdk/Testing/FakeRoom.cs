namespace PluginRoom.Sdk.Testing;

/// <summary>
/// A room to test a plugin against, without host, process or browser. Nobody in it allows anything until <see cref="FakePerson.AllowAsync"/>,
/// as in a real room. Each method completes when the plugin's handlers have, and what they throw comes out of it.
/// </summary>
/// <example><code>
/// await using var room = FakeRoom.FromManifest("plugin.json");
/// await room.StartAsync(new HelloPlugin());
/// var ana = await room.JoinAsync("Ana");
/// await ana.AllowAsync("content.chat");
/// await ana.ChatAsync("hello");
/// Assert.Equal(["Hello!"], room.ChatLines);
/// </code></example>
public sealed class FakeRoom : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<FakePerson> _people = [];
    private readonly FakeView _view;
    private RoomPlugin? _plugin;
    private int _joined;

    /// <summary>A room for a plugin that declares these capabilities. Where data may go is not checked; <see cref="FromManifest"/> does.</summary>
    public FakeRoom(params string[] capabilities)
        : this(new FakeManifest(capabilities, null))
    {
    }

    private FakeRoom(FakeManifest manifest)
    {
        Gate = new(manifest);
        PluginId = manifest.Id;
        Kept = new(Gate);
        _view = new(this);
    }

    /// <summary>A room for the plugin with this plugin.json: its capabilities, and where its flows let data go.</summary>
    public static FakeRoom FromManifest(string path) => new(FakeManifest.Read(path));

    /// <summary>The room's name; what <see cref="IRoomInfo"/> reads.</summary>
    public string Name { get; set; } = "fake-room";

    /// <summary>What the plugin itself gets to see.</summary>
    public IRoom View => _view;

    /// <summary>Everybody who is in the room.</summary>
    public IReadOnlyList<FakePerson> People => _people;

    /// <summary>What the plugin posted into the chat.</summary>
    public IReadOnlyList<string> ChatLines => Gate.ChatLines;

    /// <summary>What the plugin sent to its frames.</summary>
    public IReadOnlyList<UiOutput> UiOutputs => Gate.UiOutputs;

    /// <summary>The notices that the plugin showed.</summary>
    public IReadOnlyList<string> Notices => Gate.Notices;

    /// <summary>What the plugin sent to its sinks.</summary>
    public IReadOnlyList<SentRequest> Sent => Gate.Sent;

    /// <summary>How sinks answer, by the sink's id and the request; 200 and an empty body unless set.</summary>
    public Func<string, NetRequest, FakeAnswer> AnswerSink { get; set; } = static (_, _) => new();

    /// <summary>
    /// How other plugins answer, by their id and the call; what it throws is what the plugin under test hears. Null unless set: there are
    /// none. Whether they may have the data, which their own plugin.json and people decide, is not checked here.
    /// </summary>
    public Func<string, PluginCall, ReadOnlyMemory<byte>>? AnswerPlugin { get; set; }

    /// <summary>What people answer when the plugin proposes a line to them. Null unless set: they do not.</summary>
    public Func<ProposedLine, bool>? AnswerProposal { get; set; }

    /// <summary>The lines that the plugin proposed to people.</summary>
    public IReadOnlyList<ProposedLine> ProposedLines => Gate.Proposed;

    /// <summary>Those of them that people sent.</summary>
    public IReadOnlyList<ProposedLine> LinesSentAs => Gate.SentAs;

    /// <summary>What people hand over when the plugin asks for files, or null for a no. Null unless set: they do not answer.</summary>
    public Func<FakePerson, FileRequest, IReadOnlyList<PickedFile>?>? HandFiles { get; set; }

    /// <summary>What a moderator answers when the plugin asks to mute or remove somebody. Null unless set: nobody answers.</summary>
    public Func<AskedModeration, bool>? Moderate { get; set; }

    /// <summary>What the plugin asked a moderator for.</summary>
    public IReadOnlyList<AskedModeration> AskedModeration => Gate.AskedModeration;

    /// <summary>What the plugin logged, as "level: message".</summary>
    public IReadOnlyList<string> LogLines => Gate.LogLines;

    /// <summary>The capabilities that the plugin reached for and was refused.</summary>
    public IReadOnlyList<string> Denied => Gate.Denied;

    /// <summary>What the plugin keeps for the room, by key. Looking here is not reading by the plugin.</summary>
    public IReadOnlyDictionary<string, byte[]> Stored => Kept.OfRoom;

    /// <summary>Puts a value there as an earlier process of the plugin would have, out of this person's data of this category.</summary>
    public void Store(string key, ReadOnlyMemory<byte> value, FakePerson person, string category)
    {
        ArgumentNullException.ThrowIfNull(person);
        Kept.Put(key, value.ToArray(), (category, person.Id));
    }

    internal FakeGate Gate { get; }

    internal string PluginId { get; }

    internal FakeStorage Kept { get; }

    /// <summary>Starts the plugin. Once.</summary>
    public Task StartAsync(RoomPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        if (_plugin is not null)
            throw new InvalidOperationException("This room runs a plugin already; make another FakeRoom.");
        _plugin = plugin;
        return plugin.StartAsync(_view, _stopping.Token);
    }

    /// <summary>Someone comes in. They allow nothing yet, so the plugin learns nothing.</summary>
    public Task<FakePerson> JoinAsync(string name)
    {
        var person = new FakePerson(this, new($"p{++_joined}"), name);
        _people.Add(person);
        return Task.FromResult(person);
    }

    /// <summary>A person starts a recording through the plugin's UI.</summary>
    public Task StartRecordingAsync(string id) => _view.Started.RaiseAsync(null, new(id, DateTimeOffset.UnixEpoch), Stopping);

    /// <summary>The recording ends.</summary>
    public Task StopRecordingAsync(string id) => _view.Stopped.RaiseAsync(null, new(id, DateTimeOffset.UnixEpoch), Stopping);

    /// <summary>A service outside delivers to the plugin's webhook.</summary>
    public Task DeliverAsync(WebhookMessage message) => _view.Hook.Received.RaiseAsync(null, message, Stopping);

    /// <summary>Another plugin calls the one under test, and gets its answer.</summary>
    /// <param name="from">The other plugin's id.</param>
    /// <param name="carried">Whose data of which category the other plugin has received, and so this one by the call.</param>
    /// <exception cref="CapabilityDeniedException">The answer may not go back: plugin.json declares no flow to <c>plugin:</c> and that id.</exception>
    /// <exception cref="RoomCallException">plugin.json does not list the method under "callable", or there is no handler.</exception>
    public Task<byte[]> CallAsync(string from, string method, ReadOnlyMemory<byte> data = default, params (FakePerson Person, string Category)[] carried)
    {
        var tags = new List<(string, ParticipantId)>();
        foreach (var (person, category) in carried)
            tags.Add((category, person.Id));
        return _view.Others.RaiseAsync(new(from, method, data), tags);
    }

    /// <summary>Stops the plugin.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_plugin is not null)
            await _plugin.StopAsync(CancellationToken.None).ConfigureAwait(false);
        _stopping.Dispose();
    }

    internal FakeView Events => _view;

    internal CancellationToken Stopping => _stopping.Token;

    internal async Task LeaveAsync(FakePerson person)
    {
        if (_people.Remove(person))
            await _view.Left.RaiseAsync(person, person.Id, Stopping).ConfigureAwait(false);
    }
}
