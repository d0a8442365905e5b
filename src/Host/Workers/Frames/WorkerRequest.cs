using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>One frame of a worker that the owner answers.</summary>
internal abstract record WorkerRequest(uint Id)
{
    /// <summary>For a refusal that never reaches the owner.</summary>
    internal abstract string Capability { get; }

    /// <summary>Waits for a person or for somebody outside of this host, so it is answered beside the others.</summary>
    internal virtual bool TakesItsTime => false;

    internal abstract ValueTask<WorkerReply> AskAsync(IWorkerOwner owner, CancellationToken cancellationToken);

    /// <summary>Whoever was asked overwrites what it carries, for they may need it longer than the worker waits.</summary>
    internal virtual bool IsTakenOver => false;

    /// <summary>It is answered, or nobody will be asked; what it carried is overwritten.</summary>
    internal abstract void Wipe();

    /// <exception cref="InvalidDataException">The payload is not what the frame's type says.</exception>
    internal static WorkerRequest Parse(in FrameHeader header, ReadOnlySpan<byte> payload) =>
        header.Type == WorkerFrameType.Call ? CallRequest.Parse(header.Id, payload) : ShowRequest.Parse(header.Id, payload);
}

internal sealed record CallRequest(uint Id, WorkerCall Call) : WorkerRequest(Id)
{
    internal override string Capability => Call switch
    {
        ReadRoomCall => "room.info.read",
        ListParticipantsCall => "participants.list",
        SendChatCall => "chat.send",
        NotifyCall => "ui.notification",
        StoreCall { Person: null } => "storage.room",
        StoreCall => "storage.user",
        UndeclaredUseCall use => use.Capability,
        NetCall => "net.fetch",
        ReadWebhookCall => "net.webhook.receive",
        SendAsUserCall => "chat.sendAsUser",
        MuteCall => "moderation.mute",
        RemoveCall => "moderation.remove",
        ReceiveMediaCall media => $"media.{media.Kind}.receive",
        PublishMediaCall => "media.publish",
        CallPluginCall or AnswerPluginCall => "plugin.call",
        PickFilesCall or PickedCall => "files.pick",
        _ => "",
    };

    internal override bool TakesItsTime => Call is FetchCall or FetchReadCall or AskCall or ReadPickedCall or CallPluginCall;

    internal override bool IsTakenOver => Call is WriteStoredCall;

    internal override ValueTask<WorkerReply> AskAsync(IWorkerOwner owner, CancellationToken cancellationToken) =>
        owner.AnswerAsync(Call, cancellationToken);

    internal override void Wipe()
    {
        switch (Call)
        {
            case WriteStoredCall write:
                CryptographicOperations.ZeroMemory(write.Value);
                break;
            case FetchUploadCall part:
                CryptographicOperations.ZeroMemory(part.Bytes);
                break;
        }
    }

    internal static CallRequest Parse(uint id, ReadOnlySpan<byte> payload)
    {
        try
        {
            return new(id, WorkerText.ReadCall(payload) ?? throw new InvalidDataException("it sent an empty call"));
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
        {
            throw new InvalidDataException("it sent a call that does not exist", wrong);
        }
    }
}

internal sealed record ShowRequest(uint Id, string? Pseudonym, byte[] Data) : WorkerRequest(Id)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal override string Capability => "ui.panel";

    internal override ValueTask<WorkerReply> AskAsync(IWorkerOwner owner, CancellationToken cancellationToken) =>
        owner.ShowAsync(Pseudonym, Data, cancellationToken);

    internal override void Wipe() => CryptographicOperations.ZeroMemory(Data);

    internal static ShowRequest Parse(uint id, ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty || payload.Length < payload[0] + 1)
            throw new InvalidDataException("it sent UI output without an addressee");
        var to = payload.Slice(1, payload[0]);
        try
        {
            return new(id, to.IsEmpty ? null : Strict.GetString(to), Copy(payload[(to.Length + 1)..]));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InvalidDataException("it sent UI output to an addressee that is no UTF-8", wrong);
        }
    }

    private static byte[] Copy(ReadOnlySpan<byte> data)
    {
        var copy = GC.AllocateUninitializedArray<byte>(data.Length, pinned: true);
        data.CopyTo(copy);
        return copy;
    }
}
