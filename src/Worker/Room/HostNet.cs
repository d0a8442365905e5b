using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

internal sealed class HostNet(HostCalls calls) : INet
{
    public async Task<NetResponse> FetchAsync(string sink, NetRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        TextLimit.Check(request);
        var headers = new List<FetchHeader>();
        foreach (var (name, value) in request.Headers)
            headers.Add(new(name, value));
        var upload = await UploadAsync(request.Body, cancellationToken).ConfigureAwait(false);
        var answer = (FetchAnswer)await calls.AskAsync(
            new FetchCall(sink, request.Method, request.Path, request.Query, headers, upload), cancellationToken).ConfigureAwait(false);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in answer.Headers)
            fields[header.Name] = header.Value;
        return new(
            answer.Status,
            fields,
            async cancellation => ((FetchPart)await calls.AskAsync(new FetchReadCall(answer.Fetch), cancellation).ConfigureAwait(false)).Bytes,
            () => calls.AskAsync(new FetchCloseCall(answer.Fetch), CancellationToken.None));
    }

    private async Task<long> UploadAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var upload = 0L;
        for (var at = 0; at < body.Length; at += NetCall.MaxPart)
        {
            var part = body.Slice(at, Math.Min(NetCall.MaxPart, body.Length - at)).ToArray();
            upload = ((FetchUpload)await calls.AskAsync(new FetchUploadCall(upload, part), cancellationToken).ConfigureAwait(false)).Upload;
        }

        return upload;
    }
}
