using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>What the canary says over HTTP: yes to everything, so that no attempt fails for want of a willing server.</summary>
internal static partial class CanaryAnswer
{
    // RFC 6455, 1.3.
    private const string WebSocketKey = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static readonly Dictionary<string, (string Type, string Body)> ByExtension = new(StringComparer.Ordinal)
    {
        ["js"] = ("text/javascript", "/* canary */"),
        ["css"] = ("text/css", "/* canary */"),
        ["html"] = ("text/html", "<!doctype html><title>canary</title>"),
        ["svg"] = ("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><g id=\"x\"/></svg>"),
        ["json"] = ("application/json", "{}"),
        ["events"] = ("text/event-stream", "data: canary\n\n"),
        ["vtt"] = ("text/vtt", "WEBVTT\n"),
        ["webmanifest"] = ("application/manifest+json", "{\"name\":\"canary\"}"),
    };

    [GeneratedRegex(@"^[A-Z]+ (?<path>[^ ?]*)")]
    private static partial Regex RequestLine { get; }

    [GeneratedRegex(@"^sec-websocket-key:\s*(?<key>\S+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex UpgradeKey { get; }

    public static byte[] To(string request)
    {
        var path = RequestLine.Match(request).Groups["path"].Value;
        var (type, body) = ByExtension.GetValueOrDefault(path[(path.LastIndexOf('.') + 1)..], ("text/plain", "canary"));
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nCache-Control: no-store\r\nConnection: keep-alive\r\n"
            + "Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Methods: *\r\nAccess-Control-Allow-Headers: *\r\n"
            + "Access-Control-Allow-Private-Network: true\r\nCross-Origin-Resource-Policy: cross-origin\r\nTiming-Allow-Origin: *\r\n"
            + "Supports-Loading-Mode: credentialed-prerender\r\nAllow-CSP-From: *\r\n\r\n"
            + body);
    }

    /// <summary>The answer that opens a WebSocket, or null when the request wants none.</summary>
    public static byte[]? Upgrade(string request)
    {
        if (UpgradeKey.Match(request) is not { Success: true } match)
            return null;
        // Named by the standard; it guards nothing.
#pragma warning disable CA5350
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(match.Groups["key"].Value + WebSocketKey)));
#pragma warning restore CA5350
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n");
    }
}
