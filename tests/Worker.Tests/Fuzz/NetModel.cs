using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>What <c>net.fetch</c> answers in front of a resolver that knows no name: what gets as far as that has left.</summary>
internal sealed class NetModel(GateModel gate)
{
    private const int MaxWaitingBodies = 4;

    // Whatever else there is, one of the rules about paths, queries and header fields refuses; they have tests of their own.
    internal static readonly string[] GoodPaths = ["", "items", "items/1"];
    internal static readonly string[] GoodQueries = ["", "a=1&b=%20"];
    internal static readonly string[] GoodHeaders = ["accept", "content-type"];

    private readonly Dictionary<long, long> _bodies = [];
    private long _last;

    internal string Answer(NetCall call)
    {
        if (!gate.Declares(Capability.NetFetch))
            return gate.Decided("not-declared");
        return call switch
        {
            FetchUploadCall part => Upload(part),
            FetchCall fetch => Fetch(fetch),
            FetchReadCall => "net.closed",
            FetchCloseCall => "done",
            _ => throw new NotSupportedException(call.ToString()),
        };
    }

    private string Upload(FetchUploadCall part)
    {
        if (part.Bytes.Length > NetCall.MaxPart)
            return "call.unknown";
        if (part.Upload != 0)
            return _bodies.ContainsKey(part.Upload) ? Add(part.Upload, part.Bytes.Length) : "net.response";
        return _bodies.Count >= MaxWaitingBodies ? "limit" : Add(++_last, part.Bytes.Length);
    }

    private string Add(long upload, int bytes)
    {
        _bodies[upload] = _bodies.GetValueOrDefault(upload) + bytes;
        return $"upload {upload}";
    }

    private string Fetch(FetchCall call)
    {
        var body = 0L;
        if (call.Upload != 0 && !_bodies.Remove(call.Upload, out body))
            return "net.response";
        var isDeclared = call.Sink == GateShape.SinkId
            && (call.Method == "POST" || (call.Method == "GET" && body == 0))
            && GoodPaths.Contains(call.Path) && GoodQueries.Contains(call.Query)
            && call.Headers.All(header => GoodHeaders.Contains(header.Name)) && call.Headers.Count < 2;
        if (!isDeclared)
            return gate.Decided("not-declared");
        return gate.Out(Capability.NetFetch, new(SinkKind.External, GateShape.SinkId)) is var verdict and not "done" ? verdict : "net.name";
    }
}
