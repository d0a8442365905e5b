using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Webhooks;

/// <summary>All webhooks that are open on this host. Found by a hash of the token, so that the time of a look-up tells nothing of one.</summary>
public sealed class WebhookTable
{
    private readonly ConcurrentDictionary<string, Webhook> _open = new(StringComparer.Ordinal);

    internal void Open(Webhook webhook) => _open[KeyOf(webhook.Token)] = webhook;

    internal void Close(Webhook webhook) => _open.TryRemove(KeyOf(webhook.Token), out _);

    internal Webhook? Find(string token) => token.Length <= 64 && _open.TryGetValue(KeyOf(token), out var webhook) ? webhook : null;

    private static string KeyOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
