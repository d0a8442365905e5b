using System.Text;

namespace PluginRoom.Sdk.Testing;

/// <summary>A request that the plugin sent.</summary>
/// <param name="Sink">The id of the sink.</param>
public sealed record SentRequest(string Sink, NetRequest Request);

/// <summary>What a sink answers in a test.</summary>
/// <param name="Body">Sent as UTF-8.</param>
public sealed record FakeAnswer(int Status = 200, string Body = "")
{
    /// <summary>Names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    internal NetResponse ToResponse()
    {
        ReadOnlyMemory<byte> rest = Encoding.UTF8.GetBytes(Body);
        return new(
            Status,
            Headers,
            _ =>
            {
                var part = rest;
                rest = default;
                return Task.FromResult(part);
            },
            () => Task.CompletedTask);
    }
}

/// <summary>The outside in small: declared sinks and methods, and an answer by the test.</summary>
internal sealed class FakeNet(FakeGate gate, Func<string, NetRequest, FakeAnswer> answer) : INet
{
    private const string Capability = "net.fetch";

    public Task<NetResponse> FetchAsync(string sink, NetRequest request, CancellationToken cancellationToken)
    {
        TextLimit.Check(request);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            gate.Require(Capability);
            gate.RequireMethod(Capability, sink, request.Method);
            gate.RequireSink(Capability, $"sink:{sink}");
            gate.Sent.Add(new(sink, request with { Body = request.Body.ToArray() }));
            return Task.FromResult(answer(sink, request).ToResponse());
        }
        catch (Exception refusal)
        {
            // As over the wire, a refusal comes out of the task and not out of the call.
            return Task.FromException<NetResponse>(refusal);
        }
    }
}
