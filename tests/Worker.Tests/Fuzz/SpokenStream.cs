using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Frames;
using PluginRoom.Host.Workers.Limits;
using PluginRoom.Host.Workers.Sandbox.Spawning;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>What the host did with one stream of bytes that a worker wrote.</summary>
/// <param name="Broken">Why it stopped to read; null at the end of the stream.</param>
/// <param name="Ends">Other reasons to end the worker.</param>
/// <param name="Allocated">Bytes, by the thread that read.</param>
internal sealed record SpokenStream(
    Exception? Broken, IReadOnlyList<WorkerExitKind> Ends, IReadOnlyList<(uint Id, CallReply Reply)> Replies, long Allocated)
{
    private const int DuplicateCloseOnExec = 1030;

    /// <param name="pieces">
    /// How the bytes arrive, and what is waited for before each: so many replies, and so many decisions, since a question that nobody
    /// answers has no reply. A read gets at most one.
    /// </param>
    /// <param name="replies">How many to wait for before the worker is gone. A worker that dies in the middle gets what it gets.</param>
    internal static async Task<SpokenStream> HearAsync(FuzzRoom room, IEnumerable<(int Replies, long Decisions, byte[] Bytes)> pieces, int replies = 0)
    {
        // A file takes all that is written to it, so no reply is lost.
        using var file = File.OpenHandle(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.DeleteOnClose);
        var outbox = new WorkerOutbox(Libc.FileControl((int)file.DangerousGetHandle(), DuplicateCloseOnExec, 0), 64 << 20);
        var ends = new List<WorkerExitKind>();
        var options = Launch.Options with { MaxWaitingCalls = replies == 0 ? 16 : int.MaxValue };
        var talk = new WorkerConversation(
            room.Owner, outbox, options, Launch.Generous, new PauseClock(room.Time), room.Time, (kind, _) => ends.Add(kind), NullLogger.Instance);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var broken = Read(talk, pieces, file, room);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (replies > 0)
            AwaitReplies(file, replies);
        await talk.DisposeAsync();
        outbox.Close();
        return new(broken, ends, Replied(file), allocated);
    }

    private static void AwaitReplies(SafeFileHandle file, int replies) =>
        Xunit.Assert.True(SpinWait.SpinUntil(() => Replied(file).Count >= replies, TimeSpan.FromSeconds(60)), "a call was not answered");

    private static void AwaitDecisions(FuzzRoom room, long count) => Xunit.Assert.True(
        SpinWait.SpinUntil(() => room.Room.Run(() => room.Decisions).GetAwaiter().GetResult() >= count, TimeSpan.FromSeconds(60)), "nothing was decided");

    private static Exception? Read(
        WorkerConversation talk, IEnumerable<(int Replies, long Decisions, byte[] Bytes)> pieces, SafeFileHandle file, FuzzRoom room)
    {
        var decided = room.Decisions;
        using var next = pieces.GetEnumerator();
        ReadOnlyMemory<byte> rest = default;
        var inbox = new WorkerInbox(target =>
        {
            while (rest.IsEmpty && next.MoveNext())
            {
                if (next.Current.Replies > 0)
                    AwaitReplies(file, next.Current.Replies);
                if (next.Current.Decisions > 0)
                    AwaitDecisions(room, decided + next.Current.Decisions);
                rest = next.Current.Bytes;
            }

            var count = Math.Min(target.Length, rest.Length);
            rest.Span[..count].CopyTo(target);
            rest = rest[count..];
            return count;
        });
        try
        {
            while (inbox.TryRead(out var header, out var payload))
                talk.Handle(header, payload.Span);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private static List<(uint, CallReply)> Replied(SafeFileHandle file)
    {
        var bytes = new byte[RandomAccess.GetLength(file)];
        var length = RandomAccess.Read(file, bytes, 0);
        var replies = new List<(uint, CallReply)>();
        for (var at = 0; at + FrameHeader.Size <= length;)
        {
            Xunit.Assert.True(FrameHeader.TryRead(bytes.AsSpan(at), out var header));
            Xunit.Assert.Equal(WorkerFrameType.Reply, header.Type);
            at += FrameHeader.Size;
            if (at + header.Length > length)
                break;
            replies.Add((header.Id, JsonSerializer.Deserialize(bytes.AsSpan(at, header.Length), WorkerJson.Default.CallReply)!));
            at += header.Length;
        }

        return replies;
    }
}
