namespace PluginRoom.Host.Webhooks;

/// <summary>What a sender is told.</summary>
internal sealed record WebhookAnswer(int Status, string Words)
{
    /// <summary>Delivered, now or the first time it came.</summary>
    public static readonly WebhookAnswer Taken = new(StatusCodes.Status204NoContent, string.Empty);

    public static readonly WebhookAnswer Unknown = new(StatusCodes.Status404NotFound, "There is nothing here.");
    public static readonly WebhookAnswer TooMany = new(StatusCodes.Status429TooManyRequests, "Too many deliveries. Send the next in a second or later.");
    public static readonly WebhookAnswer TooLarge = new(StatusCodes.Status413PayloadTooLarge, $"A delivery has at most {Webhook.MaxBytes} bytes.");
    public static readonly WebhookAnswer NotRunning = new(StatusCodes.Status503ServiceUnavailable, "The plugin does not run at the moment. Send it again later.");

    public static WebhookAnswer Unproven(string header) => new(
        StatusCodes.Status401Unauthorized, $"The {header} header is missing or wrong. Sign deliveries as Standard Webhooks 1.0 says, with the secret that came with this address.");
}
