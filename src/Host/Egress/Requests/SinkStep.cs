using System.Net;

namespace PluginRoom.Host.Egress.Requests;

/// <summary>One request as it goes out: the plugin's own, or the one that a redirect asks for.</summary>
internal sealed record SinkStep(EgressSink Sink, HttpMethod Method, Uri Address, IReadOnlyList<SinkHeader> Headers, ReadOnlyMemory<byte> Body)
{
    /// <exception cref="EgressException">Something about it is not declared or not allowed.</exception>
    public static SinkStep First(EgressSink sink, SinkRequest request, EgressLimits limits)
    {
        var method = sink.Require(request.Method);
        HeaderRules.Check(request.Headers);
        if (request.Body.Length > limits.RequestBytes)
            throw new EgressException(EgressProblem.Limit, $"The body has {request.Body.Length} bytes; at most {limits.RequestBytes} are sent at once.");
        if (request.Body.Length > 0 && (method == HttpMethod.Get || method == HttpMethod.Head))
            throw new EgressException(EgressProblem.Method, $"{method} carries no body. Use a method that does and declare it.");
        return new(sink, method, sink.Address.Below(request.Path, request.Query), request.Headers, request.Body);
    }

    /// <summary>What leaves with it by the plugin's choice: the address below the host, the header fields and the body.</summary>
    public int Bytes =>
        Method.Method.Length + Address.PathAndQuery.Length + Headers.Sum(header => header.Name.Length + header.Value.Length) + Body.Length;

    /// <summary>The request that this response asks for instead (RFC 9110, section 15.4); null when it asks for none.</summary>
    /// <exception cref="EgressException">It leads out of the sink, or needs a method that is not declared.</exception>
    public SinkStep? After(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is not (301 or 302 or 303 or 307 or 308) || Location(response) is not { } location)
            return null;
        var address = Sink.Address.Follow(Address, location, out var problem)
            ?? throw new EgressException(EgressProblem.Redirect, $"The sink redirects ({status}), and that {problem}. Nothing was sent there.");
        if (!BecomesGet(response.StatusCode))
            return this with { Address = address };
        var method = Sink.Require("GET", $", which a redirect ({status}) asks for");
        return this with { Method = method, Address = address, Headers = [.. Headers.Where(IsNotAboutBody)], Body = default };
    }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (Method != HttpMethod.Get && Method != HttpMethod.Head)
            message.Content = new WipedBody(Body);
        message.Headers.TryAddWithoutValidation("User-Agent", "PluginRoom");
        foreach (var (name, value) in Sink.Credentials)
            message.Headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in Headers)
            if (IsNotAboutBody(new(name, value)))
                message.Headers.TryAddWithoutValidation(name, value);
            else
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    // 301 and 302 change POST only, as every browser does; 303 changes everything that is not safe already.
    private bool BecomesGet(HttpStatusCode status) => status switch
    {
        HttpStatusCode.SeeOther => Method != HttpMethod.Get && Method != HttpMethod.Head,
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found => Method == HttpMethod.Post,
        _ => false,
    };

    private static bool IsNotAboutBody(SinkHeader header) => !header.Name.StartsWith("content-", StringComparison.OrdinalIgnoreCase);

    private static string? Location(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Location", out var values) && values.Count == 1 ? values.ToString() : null;
}
