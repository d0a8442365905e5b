using PluginRoom.Host.Workers;

namespace PluginRoom.Host.Rooms.Plugins.Calls;

/// <summary>One plugin waits for another's answer. Closed once, by the answer, the deadline, or the end of either.</summary>
internal sealed class OpenCall(long id, RoomPlugin caller, RoomPlugin callee)
{
    private readonly TaskCompletionSource<WorkerReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Id => id;

    public RoomPlugin Caller => caller;

    public RoomPlugin Callee => callee;

    public Task<WorkerReply> Reply => _reply.Task;

    public ITimer? Deadline { get; set; }

    public void Close(in WorkerReply reply)
    {
        Deadline?.Dispose();
        _reply.TrySetResult(reply);
    }
}
