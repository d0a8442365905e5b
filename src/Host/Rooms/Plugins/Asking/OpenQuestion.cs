using System.Buffers.Text;
using System.Security.Cryptography;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Asking;

/// <summary>A question that waits for its person.</summary>
internal sealed class OpenQuestion(RoomPlugin plugin, QuestionDraft draft, Func<AuthorizedFlow, CarriedOut>? carryOut) : IDisposable
{
    private readonly TaskCompletionSource<WorkerReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RoomPlugin Plugin => plugin;

    public QuestionDraft Draft => draft;

    /// <summary>Null where a plain yes is not enough.</summary>
    public Func<AuthorizedFlow, CarriedOut>? CarryOut => carryOut;

    public PluginQuestion View { get; } = new(
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
        plugin.Id,
        plugin.Installed.Manifest.Name,
        draft.Kind,
        draft.Text,
        draft.About,
        draft.Accept,
        draft.MaxBytes,
        draft.MaxFiles,
        (int)draft.Patience.TotalSeconds);

    public Task<WorkerReply> Reply => _reply.Task;

    /// <summary>Ends the question when nobody answers it.</summary>
    public ITimer? Timer { get; set; }

    /// <summary>Ends it with the process that asks.</summary>
    public CancellationTokenRegistration OnEnd { get; set; }

    public void Answer(in WorkerReply reply) => _reply.TrySetResult(reply);

    public void Dispose()
    {
        Timer?.Dispose();
        // Not waited for: what it runs would come to this queue.
        OnEnd.Unregister();
    }
}
