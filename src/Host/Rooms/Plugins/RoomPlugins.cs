using PluginRoom.Host.Ledger;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Rooms.Plugins.Deliveries;
using PluginRoom.Host.Rooms.Plugins.Handing;
using PluginRoom.Host.Rooms.Plugins.Purposes;
using PluginRoom.Host.Rooms.Plugins.Updates;
using PluginRoom.Host.Rooms.Recording;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>The plugins in one room. Everything here runs on the room's queue.</summary>
public sealed class RoomPlugins
{
    /// <summary>Each can be a process; more than anybody could keep an eye on.</summary>
    private const int MaxPlugins = 16;

    private readonly PluginCatalog _catalog;
    private readonly RoomPluginContext _context;
    private readonly Dictionary<string, RoomPlugin> _plugins = [];
    private readonly RoomRecordings _recordings;
    private readonly LedgerFeed _feed;
    private readonly RoomUpdates _updates;
    private readonly PurposeSwitching _purposes;

    internal RoomPlugins(Room room, PluginCatalog catalog, RoomPluginContext context, FlowLedger ledger)
    {
        (Room, _catalog, _context) = (room, catalog, context);
        _recordings = new RoomRecordings(context);
        Deliveries = new RoomDeliveries(_plugins, context.Time);
        _updates = new RoomUpdates(context, id => _plugins.GetValueOrDefault(id), Replace);
        _purposes = new PurposeSwitching(context, _updates, _recordings);
        Handovers = new RoomHandovers(_plugins, context.Questions);
        _feed = new LedgerFeed(room, context.Subjects, ledger, context.Time);
    }

    public Room Room { get; }

    public RoomDeliveries Deliveries { get; }

    public RoomHandovers Handovers { get; }

    public IReadOnlyList<CatalogPlugin> Catalog => [.. _catalog.Entries.Select(entry => entry.ToView())];

    public IReadOnlyList<RoomPluginView> Plugins => [.. _plugins.Values.Select(plugin => plugin.View())];

    public IReadOnlyList<ConsentView> ConsentsOf(Participant participant) =>
        [.. _plugins.Values.Select(plugin => PluginConsents.ViewOf(plugin, _context, participant))];

    public IReadOnlyList<PluginPeople> PeopleFor(Participant participant) =>
        [.. _plugins.Values.Select(plugin => plugin.Audience.PeopleFor(participant))];

    public IReadOnlyList<PurposeView> Purposes => _context.Purposes.View.Purposes;

    public RecordingView? RecordingFor(Participant participant) => _recordings.ViewFor(participant);

    public Outcome<RoomPluginView> Add(Participant by, PluginRequest request)
    {
        if (_plugins.TryGetValue(request.PluginId, out var present))
            return present.View();
        if (_catalog.Find(request.PluginId) is not { } installed)
            return _catalog.Entries.FirstOrDefault(entry => entry.Id == request.PluginId) is { } entry ? PluginRefusals.ForEntry(entry) : PluginRefusals.Unknown;
        if (_plugins.Count >= MaxPlugins)
            return PluginRefusals.TooMany;
        return Add(by, installed);
    }

    /// <summary>The same for one that was found.</summary>
    internal RoomPluginView Add(Participant by, InstalledPlugin installed) =>
        Start(new RoomPlugin(installed, _context, by.Name, by.Id)).View();

    public Outcome<Done> Remove(Participant by, PluginRequest request)
    {
        if (!_plugins.TryGetValue(request.PluginId, out var plugin))
            return PluginRefusals.NotInRoom;
        Drop(plugin, $"{by.Name} removed it.");
        return new Done();
    }

    public Outcome<Done> Restart(Participant by, PluginRequest request) =>
        With(request.PluginId, plugin => plugin.RestartByHand(by.Name));

    public Outcome<ConsentView> Decide(Participant participant, ConsentRequest request) =>
        With(request.PluginId, plugin => PluginConsents.Decide(plugin, _context, participant, request)) is { Error: { } error }
            ? error
            : _updates.Settle(participant, request.PluginId);

    public Outcome<Done> SwitchPurpose(Participant by, PurposeSwitch request) => _purposes.Switch(by, request, [.. _plugins.Values]);

    public Outcome<ConsentView> AnswerUpdate(Participant participant, UpdateAnswer answer) => _updates.Answer(participant, answer);

    public Outcome<Done> SendInput(Participant from, PluginInput input) =>
        With(input.PluginId, plugin => plugin.Inputs.SendInput(from, input));

    public Outcome<Done> OpenChannel(Participant from, ChannelRequest request) =>
        With(request.PluginId, plugin => plugin.Inputs.OpenChannel(from, request));

    public Outcome<Done> CloseChannel(Participant from, ChannelRequest request) =>
        With(request.PluginId, plugin => plugin.Inputs.CloseChannel(from, request));

    public Outcome<Done> OfferFile(Participant from, FileOffer offer) =>
        With(offer.PluginId, plugin => plugin.Inputs.OfferFile(offer));

    public Outcome<LedgerBatch> ReadLedger(Participant participant, LedgerRequest request) => _feed.Read(participant, request);

    public Outcome<Done> StartTransform(Participant by, TransformStart start) =>
        With(start.PluginId, plugin => plugin.Transforms.Start(by));

    public Outcome<Done> StopTransform(Participant by, TransformStop stop) =>
        With(stop.PluginId, plugin => plugin.Transforms.Stop(by, stop.Frames));

    public Outcome<ReceiptList> ReadReceipts(Participant participant) => _context.Forgetting.Receipts.Of(participant);

    public Outcome<Done> AnswerQuestion(Participant by, QuestionAnswer answer) => _context.Questions.Answer(by, answer);

    public Outcome<RecordingView> StartRecording(Participant by, RecordingStart start) =>
        With(start.PluginId, plugin => _recordings.Start(plugin, by));

    public Outcome<Done> AnswerRecording(Participant participant, RecordingAnswer answer) => _recordings.Answer(participant, answer);

    public Outcome<Done> StopRecording(Participant participant, RecordingStop stop) => _recordings.Stop(participant, stop);

    /// <summary>Something on the host changed: people see it without a reload, and what is gone stops here.</summary>
    internal void CatalogChanged(CatalogChange change)
    {
        Room.Broadcast(RoomEvents.CatalogChanged, Catalog);
        if (change is CatalogChange.Installed { Plugin: var plugin, Replaces: { } } && _plugins.TryGetValue(plugin.Manifest.Id, out var old))
            _updates.Offer(old, plugin);
        if (change is CatalogChange.Removed { Plugin: var gone } && _plugins.TryGetValue(gone.Manifest.Id, out var running))
            Drop(running, "It was removed from this host.");
        if (change is CatalogChange.Blocked { Plugin: var blocked, Reason: var reason } && _plugins.TryGetValue(blocked.Manifest.Id, out var ended))
            Drop(ended, PluginRefusals.BlockedWords(reason));
    }

    /// <summary>Took a seat; the others have been told.</summary>
    public void Joined(Participant participant) => RefreshAudiences();

    /// <summary>The socket dropped and the seat is held: nothing changes yet.</summary>
    public void Away(Participant participant)
    {
    }

    /// <summary>Took the seat back, with the same page.</summary>
    public void Back(Participant participant)
    {
        RefreshAudiences();
        _context.Questions.ShowAgain(participant);
        Handovers.Back(participant);
    }

    /// <summary>Took the seat back with another public key: the page was reloaded, and a recording that it made is lost to it.</summary>
    public void Renewed(Participant participant)
    {
        _recordings.Reloaded(participant);
        Deliveries.Forget(participant);
        Handovers.Forget(participant);
        RefreshAudiences();
        _context.Questions.ShowAgain(participant);
    }

    /// <summary>Took the seat back under another name.</summary>
    public void Renamed(Participant participant) => RefreshAudiences();

    /// <summary>The seat is free; the others have been told.</summary>
    public void Left(Participant participant)
    {
        _recordings.Left(participant);
        _updates.Left(participant, _plugins.Values);
        _context.Forgetting.Receipts.Left(participant);
        Deliveries.Forget(participant);
        Handovers.Forget(participant);
        RefreshAudiences();
    }

    /// <summary>The last person left. Nothing of the room may outlive this.</summary>
    public void Closed()
    {
        foreach (var plugin in _plugins.Values)
        {
            RoomUpdates.Withdraw(plugin);
            plugin.Stop();
        }

        _plugins.Clear();
        _ = _context.Store.CloseAsync();
        _feed.Stop();
    }

    private RoomPlugin Start(RoomPlugin plugin)
    {
        _plugins[plugin.Id] = plugin;
        plugin.StartWorker();
        plugin.BroadcastView();
        plugin.Audience.Refresh();
        return plugin;
    }

    private void Drop(RoomPlugin plugin, string reason)
    {
        _plugins.Remove(plugin.Id);
        RoomUpdates.Withdraw(plugin);
        _recordings.PluginGone(plugin);
        var forgotten = _context.Forgetting.Removing(plugin);
        forgotten(plugin.End(), _context.Store.DropAsync(plugin.Id));
        Room.Broadcast(RoomEvents.RoomPluginRemoved, new RoomPluginGone(plugin.Id, reason));
    }

    private void Replace(RoomPlugin old, InstalledPlugin installed, PendingUpdate? update)
    {
        _recordings.PluginGone(old);
        var fresh = new RoomPlugin(installed, _context, old.AddedBy, old.AddedById);
        PluginConsents.CarryOver(old, fresh, _context);
        var refused = update is null ? [] : _updates.Apply(update, old, fresh);
        var receipts = refused.Select(each => _context.Forgetting.Refusing(old, each.Participant, each.Categories)).ToList();
        // Where somebody refuses, the process before has no last words: they could be about what was allowed until now.
        var gone = Task.CompletedTask;
        if (receipts.Count > 0)
            gone = old.End();
        else
            old.Stop();
        Start(fresh);
        foreach (var forgotten in receipts)
            forgotten(fresh, gone);
        foreach (var participant in Room.Participants)
            Room.Send(participant.Id, RoomEvents.ConsentChanged, PluginConsents.ViewOf(fresh, _context, participant));
    }

    private void RefreshAudiences()
    {
        foreach (var plugin in _plugins.Values)
            plugin.Audience.Refresh();
    }

    private Outcome<T> With<T>(string pluginId, Func<RoomPlugin, Outcome<T>> then)
        where T : class =>
        _plugins.TryGetValue(pluginId, out var plugin) ? then(plugin) : PluginRefusals.NotInRoom;
}
