namespace PluginRoom.Sdk.Testing;

/// <summary>The webhook in small; <see cref="FakeRoom.DeliverAsync"/> delivers.</summary>
internal sealed class FakeWebhook(FakeGate gate) : IWebhook
{
    private const string Capability = "net.webhook.receive";

    internal FakeEvent<WebhookMessage> Received { get; } = new(gate, Capability, null);

    public Task<WebhookPlace> ReadPlaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            gate.Require(Capability);
            return Task.FromResult(new WebhookPlace("/hooks/fake", "whsec_ZmFrZQ=="));
        }
        catch (Exception refusal)
        {
            // As over the wire, a refusal comes out of the task and not out of the call.
            return Task.FromException<WebhookPlace>(refusal);
        }
    }

    public IDisposable OnReceived(Func<WebhookMessage, CancellationToken, Task> handler) => Received.Add(handler);
}
