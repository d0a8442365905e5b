using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Handing;

/// <summary>Files that a person chose and a plugin's process reads. They are in the person's page; here is only how far it got.</summary>
internal sealed class OpenPick(string id, string owner, IReadOnlyList<HandedFile> files) : IDisposable
{
    private TaskCompletionSource<WorkerReply>? _answer;
    private long _given;

    /// <summary>What the page knows it by: the question's id.</summary>
    public string Id => id;

    /// <summary>Participant id.</summary>
    public string Owner => owner;

    public IReadOnlyList<HandedFile> Files => files;

    /// <summary>What the process waits for.</summary>
    public FileWanted? Wanted { get; private set; }

    public bool IsComplete => _given >= files.Sum(file => (long)file.Bytes);

    /// <summary>Ends it when nothing happens.</summary>
    public required ITimer Idle { get; init; }

    public Task<WorkerReply> Want(FileWanted part)
    {
        Wanted = part;
        _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _answer.Task;
    }

    public void Give(in WorkerReply reply)
    {
        _given += Wanted?.Bytes ?? 0;
        Answer(reply);
    }

    /// <summary>Answers what is waited for, if anything is.</summary>
    public void Answer(in WorkerReply reply)
    {
        Wanted = null;
        _answer?.TrySetResult(reply);
    }

    public void Dispose() => Idle.Dispose();
}
