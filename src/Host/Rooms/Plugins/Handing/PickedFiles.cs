using PluginRoom.Host.Broker;
using PluginRoom.Host.Rooms.Plugins.Asking;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Handing;

/// <summary>
/// The files that people hand to one plugin's process: asked for each time, read by the process part by part out of the person's own page,
/// each part through the gate. The host keeps nothing of them. On the room's queue.
/// </summary>
internal sealed class PickedFiles(RoomPlugin plugin, RoomPluginContext context)
{
    public const int MaxFileBytes = 8 << 20;
    public const int MaxFiles = 5;

    /// <summary>A multiple of three, so that parts in base64 need no filling.</summary>
    public const int PartBytes = 192 << 10;

    /// <summary>Choosing takes longer than a yes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);
    public static readonly HubError NotWanted = new("files.part", "This part was not asked for. Send what \"fileWanted\" asks for last.");

    private readonly Dictionary<long, OpenPick> _open = [];
    private long _last;

    public Task<WorkerReply> AskAsync(string person, PickFilesCall call, CancellationToken processEnded)
    {
        if (call is not { MaxBytes: >= 1 and <= MaxFileBytes, MaxFiles: >= 1 and <= MaxFiles } || !FileKinds.AreKnown(call.Kinds))
            return Failed("files.request", $"Ask for 1 to {MaxFiles} files of 1 to {MaxFileBytes} bytes, of kinds among {string.Join(", ", FileKinds.All)}.");
        // Whoever has not allowed the flows is not even asked: their yes could not be carried out.
        if (!plugin.Gate.Flows.Declares(Capability.FilesPick) || !plugin.Gate.AllowsIn(DataCategory.ContentFile, context.Subjects.SlotOf(person)))
            return Task.FromResult(Refused(Decide(person, 0).Refusal!));
        return context.Questions.AskAsync(
            plugin,
            new(QuestionDraft.PickFile, person, FlowRequest.Use(Capability.FilesPick))
            {
                Accept = call.Kinds, MaxBytes = call.MaxBytes, MaxFiles = call.MaxFiles, Patience = Patience,
            },
            null,
            processEnded);
    }

    /// <summary>The person has chosen: the process is told what there is to read.</summary>
    public CarriedOut Begin(OpenQuestion question, IReadOnlyList<HandedFile> files)
    {
        var owner = question.Draft.Asked;
        var entries = files.Select(file => new PickedEntry(FileNames.Clean(file.Name), FileNames.CleanType(file.Type), file.Bytes)).ToList();
        var decision = Decide(owner, entries.Sum(entry => entry.Name.Length));
        if (decision.Refusal is { } refusal)
            return new(Refused(refusal), PluginRefusals.ForPage(refusal));
        var name = ++_last;
        var idle = context.Time.CreateTimer(_ => context.Room.Post(() => Abort(name)), null, Idle, Timeout.InfiniteTimeSpan);
        _open.Add(name, new OpenPick(question.View.Id, owner, files) { Idle = idle });
        return new(WorkerReply.With(decision.Flow, new FilesPicked(name, entries)));
    }

    public Task<WorkerReply> AnswerAsync(PickedCall call)
    {
        if (!_open.TryGetValue(call.Pick, out var pick))
            return Task.FromResult(Aborted);
        if (call is not ReadPickedCall read)
        {
            End(call.Pick, Aborted);
            return Task.FromResult(WorkerReply.Done);
        }

        if (pick.Wanted is not null || read.File < 0 || read.File >= pick.Files.Count || read.Offset < 0 || read.Offset >= pick.Files[read.File].Bytes)
            return Failed("files.part", "There is no such part, or another one is being read. Await each part before the next.");
        var bytes = Math.Min(PartBytes, pick.Files[read.File].Bytes - read.Offset);
        var part = pick.Want(new FileWanted(pick.Id, read.File, read.Offset, bytes));
        pick.Idle.Change(Idle, Timeout.InfiniteTimeSpan);
        context.Room.Send(pick.Owner, RoomEvents.FileWanted, pick.Wanted!);
        return part;
    }

    /// <summary>Whether this person handed over these files, and the process still reads them.</summary>
    public bool Has(Participant owner, string id) => NameOf(owner, id) is not null;

    public Outcome<Done> Take(Participant from, FilePart part)
    {
        if (NameOf(from, part.Id) is not { } name || _open[name] is not { Wanted: { } wanted } pick || wanted.File != part.File || wanted.Offset != part.Offset)
            return NotWanted;
        var data = new byte[wanted.Bytes];
        if (part.Data.Length > (wanted.Bytes + 2) / 3 * 4 || !Convert.TryFromBase64String(part.Data, data, out var length) || length != wanted.Bytes)
            return Refusals.Malformed($"\"data\" is not base64 of {wanted.Bytes} bytes.");
        var decision = Decide(from.Id, length);
        if (decision.Refusal is { } refusal)
        {
            End(name, Refused(refusal));
            return PluginRefusals.ForPage(refusal);
        }

        pick.Idle.Change(Idle, Timeout.InfiniteTimeSpan);
        pick.Give(WorkerReply.With(decision.Flow, new PickedPart(data)));
        return new Done();
    }

    /// <summary>The person's page does not give them any longer.</summary>
    public void Stop(Participant from, string id)
    {
        if (NameOf(from, id) is { } name)
            Abort(name);
    }

    /// <summary>Left, or came back with a page that was reloaded and has them no more.</summary>
    public void Forget(Participant gone)
    {
        foreach (var (name, _) in _open.Where(each => each.Value.Owner == gone.Id).ToList())
            Abort(name);
    }

    /// <summary>The page may have missed what was asked of it.</summary>
    public void AskAgain(Participant back)
    {
        foreach (var pick in _open.Values)
            if (pick.Owner == back.Id && pick.Wanted is { } wanted)
                context.Room.Send(back.Id, RoomEvents.FileWanted, wanted);
    }

    /// <summary>The process that reads is gone.</summary>
    public void EndAll()
    {
        foreach (var name in _open.Keys.ToList())
            Abort(name);
    }

    /// <summary>To the plugin's frame on the person's own page, past the process.</summary>
    public Outcome<Done> Show(Participant from, FilesShown shown)
    {
        var files = shown.Files;
        if (shown.Generation != plugin.Gate.Generation)
            return PluginRefusals.Stale;
        if (HandedFiles.Problem(files, MaxFiles, MaxFileBytes) is { } problem)
            return problem;
        var request = FlowRequest.Direct(
            Capability.FilesPick, DataCategory.ContentFile, context.Subjects.SlotOf(from), SinkName.Ui, files.Sum(file => file.Bytes));
        return context.Broker.Decide(plugin.Gate, request).Refusal is { } refusal ? PluginRefusals.ForPage(refusal) : new Done();
    }

    private static WorkerReply Aborted => WorkerReply.Failed(new CallFailed(
        "files.aborted", "The files did not come, or not all of them: the person took it back or left, or their page does not answer."));

    private void Abort(long name) => End(name, Aborted);

    private void End(long name, in WorkerReply reply)
    {
        if (!_open.Remove(name, out var pick))
            return;
        pick.Dispose();
        pick.Answer(reply);
        context.Room.Send(pick.Owner, RoomEvents.FilesDone, new FilesDone(pick.Id, pick.IsComplete));
    }

    private long? NameOf(Participant owner, string id)
    {
        foreach (var (name, pick) in _open)
            if (pick.Id == id && pick.Owner == owner.Id)
                return name;
        return null;
    }

    private Decision Decide(string person, int bytes) => context.Broker.Decide(
        plugin.Gate, FlowRequest.ToWorker(Capability.FilesPick, DataCategory.ContentFile, context.Subjects.SlotOf(person), bytes));

    private static WorkerReply Refused(Refusal refusal) => WorkerReply.Refused(PluginRefusals.ForWorker(refusal));

    private static Task<WorkerReply> Failed(string code, string message) =>
        Task.FromResult(WorkerReply.Failed(new CallFailed(code, message)));
}
