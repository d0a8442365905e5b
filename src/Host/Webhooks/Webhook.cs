using System.Buffers.Text;
using System.Security.Cryptography;
using PluginRoom.Host.Rooms;

namespace PluginRoom.Host.Webhooks;

/// <summary>One verified delivery.</summary>
/// <param name="ContentType">As the sender named it; null for none.</param>
internal sealed record WebhookDelivery(string Id, string? ContentType, byte[] Body);

/// <summary>
/// An address of one plugin in one room at which somebody outside can leave something, and the secret with which they sign it.
/// Both are made for this room, are known to this host's memory and to whom the plugin tells them, and end with the plugin.
/// </summary>
internal sealed class Webhook(TimeProvider time, Func<WebhookDelivery, Task<WebhookAnswer>> deliver)
{
    public const int MaxBytes = 256 * 1024;

    /// <summary>Both ways of a clock's error; what is older is refused by its time.</summary>
    private static readonly TimeSpan Remembered = 2 * WebhookSignature.Tolerance;

    private readonly Lock _lock = new();
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private readonly TokenBucket _rate = new(time, burst: 20, perSecond: 2);
    private readonly Dictionary<string, DateTimeOffset> _seen = [];

    /// <summary>The secret part of the path.</summary>
    public string Token { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>As senders take it (Standard Webhooks 1.0).</summary>
    public string Secret => $"whsec_{Convert.ToBase64String(_secret)}";

    /// <summary>False: too many of late.</summary>
    public bool MayTry() => _rate.TryTake(1);

    public async Task<WebhookAnswer> TakeAsync(string? timestamp, string? signatures, string? id, string? contentType, byte[] body)
    {
        if (WebhookSignature.Problem(id, timestamp, signatures, body, _secret, time.GetUtcNow()) is { } problem)
            return WebhookAnswer.Unproven(problem);
        if (!Remember(id!))
            return WebhookAnswer.Taken;
        var answer = await deliver(new(id!, contentType, body)).ConfigureAwait(false);

        // What did not arrive may come again.
        if (answer != WebhookAnswer.Taken)
            Forget(id!);
        return answer;
    }

    private bool Remember(string id)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var (old, _) in _seen.Where(seen => now - seen.Value > Remembered).ToList())
                _seen.Remove(old);
            return _seen.TryAdd(id, now);
        }
    }

    private void Forget(string id)
    {
        lock (_lock)
            _seen.Remove(id);
    }
}
