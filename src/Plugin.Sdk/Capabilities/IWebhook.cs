namespace PluginRoom.Sdk;

/// <summary>
/// An address at which a service outside can leave something for this plugin in this room. Needs
/// <c>{ "name": "net.webhook.receive", "reason": "..." }</c>. Deliveries are signed as Standard Webhooks 1.0 says; the host takes only those
/// that are, once each and within five minutes, with up to 256 KiB, two a second after a burst of twenty.
/// </summary>
public interface IWebhook
{
    /// <summary>The address of this room; the same until the plugin leaves the room.</summary>
    /// <exception cref="CapabilityDeniedException"><c>net.webhook.receive</c> is not declared.</exception>
    Task<WebhookPlace> ReadPlaceAsync(CancellationToken cancellationToken = default);

    /// <summary>Runs <paramref name="handler"/> for each delivery. Dispose the result to stop.</summary>
    /// <exception cref="CapabilityDeniedException"><c>net.webhook.receive</c> is not declared.</exception>
    IDisposable OnReceived(Func<WebhookMessage, CancellationToken, Task> handler);
}

/// <summary>Where a service sends to. Whoever has both parts can send; give them to that service alone.</summary>
/// <param name="Path">Starts with <c>/hooks/</c>; belongs to the host name under which people open the room.</param>
/// <param name="Secret">What the service signs with: <c>whsec_</c> and base64. Made for this room, and gone with it.</param>
public sealed record WebhookPlace(string Path, string Secret);

/// <summary>What was delivered: that service's data, from outside, so check it.</summary>
/// <param name="Id">The sender's name for it (<c>webhook-id</c>); one id arrives once.</param>
/// <param name="ContentType">As the sender says, or null.</param>
public sealed record WebhookMessage(string Id, string? ContentType, ReadOnlyMemory<byte> Body);
