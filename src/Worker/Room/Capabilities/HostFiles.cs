using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room.Capabilities;

internal sealed class HostFiles(HostCalls calls) : IFiles
{
    public async Task<IReadOnlyList<PickedFile>> PickAsync(ParticipantId person, FileRequest request, CancellationToken cancellationToken)
    {
        TextLimit.Check(person, request);
        var kinds = request.Kinds.Select(kind => kind.ToString().ToLowerInvariant()).ToList();
        var picked = (FilesPicked)await calls.AskAsync(
            new PickFilesCall(person.Value, kinds, request.MaxBytes, request.MaxFiles), cancellationToken).ConfigureAwait(false);
        try
        {
            var files = new List<PickedFile>();
            for (var index = 0; index < picked.Files.Count; index++)
            {
                var (name, type, bytes) = picked.Files[index];
                files.Add(new(name, type, await ReadAsync(picked.Pick, index, bytes, cancellationToken).ConfigureAwait(false)));
            }

            return files;
        }
        finally
        {
            calls.Report(new ClosePickedCall(picked.Pick));
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(long pick, int file, int length, CancellationToken cancellationToken)
    {
        var content = new byte[length];
        for (var at = 0; at < length;)
        {
            var part = (PickedPart)await calls.AskAsync(new ReadPickedCall(pick, file, at), cancellationToken).ConfigureAwait(false);
            part.Bytes.CopyTo(content.AsSpan(at));
            at += part.Bytes.Length;
        }

        return content;
    }
}
