using PluginRoom.Host.Broker;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Rooms.Plugins.Asking;
using PluginRoom.Host.Rooms.Plugins.Deliveries;
using PluginRoom.Host.Rooms.Plugins.Forgetting;
using PluginRoom.Host.Rooms.Plugins.Handing;
using PluginRoom.Host.Rooms.Plugins.Keeping;
using PluginRoom.Host.Rooms.Plugins.Media;
using PluginRoom.Host.Rooms.Plugins.Net;
using PluginRoom.Host.Rooms.Plugins.Updates;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>One plugin in one room. Everything here runs on the room's queue.</summary>
internal sealed class RoomPlugin
{
    private readonly RoomPluginContext _context;
    private readonly IDisposable? _hold;
    private readonly TokenBucket _restarts;

    public RoomPlugin(InstalledPlugin installed, RoomPluginContext context, string addedBy, string addedById)
    {
        (Installed, _context, AddedBy, AddedById) = (installed, context, addedBy, addedById);
        // Each is a handful of starts; two let people try out a remedy.
        _restarts = new TokenBucket(context.Time, burst: 2, perSecond: 1 / 60.0);
        _hold = installed.Hold();
        Gate = new PluginGate(installed.Manifest.Id, installed.Manifest.ToFlowTable(), context.Generations.Next());
        context.Purposes.ApplyTo(Gate);
        Versions = [new(installed.Manifest, Gate, Pseudonyms)];
        UiCapability = installed.Manifest.Ui.FirstOrDefault(ui => ui.Slot != UiSlot.Transform)?.Slot.Capability();
        Audience = new PluginAudience(this, context);
        Inputs = new PluginInputs(this, context);
        Deliveries = new PluginDeliveries(this, context);
        Kept = new KeptData(this, context);
        Fetches = new PluginFetches(this, context);
        Webhook = new PluginWebhook(this, context);
        Asking = new AskCalls(this, context);
        Transforms = new PluginTransforms(this, context);
        Picked = new PickedFiles(this, context);
    }

    public InstalledPlugin Installed { get; }

    public string Id => Gate.PluginId;

    public string AddedBy { get; }

    public string AddedById { get; }

    public PluginGate Gate { get; }

    public Pseudonyms Pseudonyms { get; } = new();

    /// <summary>This one, and those before it in this room: what they sent is still to be answered for.</summary>
    public IReadOnlyList<PastVersion> Versions { get; private set; }

    /// <summary>The capability of the plugin's first frame, through which input reaches its server side.</summary>
    public Capability? UiCapability { get; }

    public PluginAudience Audience { get; }

    public PluginInputs Inputs { get; }

    public PluginDeliveries Deliveries { get; }

    public KeptData Kept { get; }

    public PluginFetches Fetches { get; }

    public PluginWebhook Webhook { get; }

    public AskCalls Asking { get; }

    public PluginTransforms Transforms { get; }

    public PickedFiles Picked { get; }

    /// <summary>Null for a plugin without a server side.</summary>
    public ISupervisedWorker? Worker { get; private set; }

    /// <summary>Another version that waits for people's answers while this one runs on.</summary>
    public PendingUpdate? Update { get; set; }

    /// <summary>Stands in the place of another version from now on.</summary>
    public void Follow(RoomPlugin earlier) => Versions = [.. earlier.Versions, .. Versions];

    public void StartWorker()
    {
        if (Installed.Manifest.Server is not { } server)
        {
            // What a version before it stored can be read by nobody any more.
            _ = _context.Store.DropAsync(Id);
            return;
        }

        Kept.Open();
        _context.Calls.Add(this);
        var owner = new PluginWorkerOwner(this, _context, new PluginCalls(this, _context), new StoreCalls(this, _context));
        Worker = _context.Workers.SuperviseFor(WorkerSpecs.For(Installed, server, Pseudonyms.Of(string.Empty)), owner);
    }

    /// <summary>A fresh process is about to start: nobody has been announced to it, and it has seen nothing.</summary>
    public void StartFresh()
    {
        Gate.StartFresh();
        Audience.ForgetWorker();
        Deliveries.ForgetWorker();
        EndCalls();
    }

    /// <summary>
    /// Every page takes this plugin's frames away and mounts them anew, and what an old one still sends is refused. Call when they hold
    /// what may no longer be used.
    /// </summary>
    public void ResetFrames()
    {
        Gate.StartFramesFresh(_context.Generations.Next());
        Audience.ForgetFrames();
        BroadcastView();
        Audience.Refresh();
    }

    public RoomPluginView View() => RoomPluginViews.Of(this, _context.Addresses, _context.Workers.Isolation);

    public void BroadcastView() => _context.Room.Broadcast(RoomEvents.RoomPluginChanged, View());

    /// <summary>For a plugin that stays stopped after too many ends in a row, when somebody in the room asks.</summary>
    public Outcome<Done> RestartByHand(string name)
    {
        if (Worker?.State is not WorkerFailed)
            return PluginRefusals.NotFailed;
        if (!_restarts.TryTake(1))
            return PluginRefusals.RestartRate;
        RestartWorker($"{name} restarted it.");
        return new Done();
    }

    public void RestartWorker(string reason)
    {
        EndCalls();
        if (Worker is { } worker)
            _ = worker.RestartAsync(reason);
    }

    /// <summary>Ends the process that knows what somebody took back, and starts a fresh one. Completes when the old one is gone.</summary>
    public Task ReplaceWorkerAsync(string reason)
    {
        EndCalls();
        return Worker?.ReplaceAsync(reason) ?? Task.CompletedTask;
    }

    /// <summary>No longer in the room; its last words concern nobody.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Returns at once; the process gets its time to stop meanwhile, and keeps its files until then.</summary>
    public void Stop()
    {
        IsStopped = true;
        EndCalls();
        _context.Calls.Remove(this);
        Webhook.Close();
        _ = StopAsync();
    }

    /// <summary>The same without its last words: whatever people had allowed is over. Completes when its process is gone.</summary>
    public Task End()
    {
        var ended = Worker?.EndAsync() ?? default;
        Stop();
        return ended.AsTask();
    }

    /// <summary>What its process waits for outside of this queue.</summary>
    private void EndCalls()
    {
        Fetches.End();
        _context.Questions.Withdraw(this);
        _context.Calls.End(this);
        Picked.EndAll();
    }

    private async Task StopAsync()
    {
        if (Worker is { } worker)
            await worker.DisposeAsync();
        _hold?.Dispose();
    }
}
