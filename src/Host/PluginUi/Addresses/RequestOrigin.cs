using System.Text.RegularExpressions;

namespace PluginRoom.Host.PluginUi.Addresses;

/// <summary>This host's origin as a request names it, or nothing when the <c>Host</c> header is not a plain host and port.</summary>
public static partial class RequestOrigin
{
    // What is accepted here is written into policies: no space, quote, semicolon or wildcard can pass.
    [GeneratedRegex(@"^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?\z")]
    private static partial Regex PlainHost { get; }

    public static string? Of(HttpRequest request) =>
        request.Scheme is "http" or "https" && PlainHost.IsMatch(request.Host.Value ?? "")
            ? $"{request.Scheme}://{request.Host.Value!.ToLowerInvariant()}"
            : null;
}
