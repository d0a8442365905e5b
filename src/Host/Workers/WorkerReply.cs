using PluginRoom.Host.Broker;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers;

/// <summary>What goes back to a worker. One that carries data needs the proof that the gate let it through.</summary>
public readonly struct WorkerReply
{
    private readonly CallReply? _reply;

    private WorkerReply(CallReply reply) => _reply = reply;

    /// <summary>Carries nothing.</summary>
    public static WorkerReply Done { get; } = new(new CallDone());

    /// <summary>Carries what the worker gave itself, such as a name for it.</summary>
    internal static WorkerReply Plain(FetchUpload name) => new(name);

    public static WorkerReply With(in AuthorizedFlow flow, CallReply data)
    {
        _ = flow.Capability;
        return new(data);
    }

    public static WorkerReply Refused(CallRefused refusal) => new(refusal);

    public static WorkerReply Failed(CallFailed failure) => new(failure);

    internal CallReply Value => _reply ?? throw new InvalidOperationException("An owner answered a worker's call with default(WorkerReply).");
}
