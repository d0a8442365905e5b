using System.Buffers;
using PluginRoom.Host.Telemetry;

namespace PluginRoom.Host.Webhooks;

/// <summary><c>POST /hooks/&lt;token&gt;</c>: something from outside for one plugin in one room.</summary>
public static class WebhookEndpoint
{
    public const string Path = "/hooks/";

    public static void MapWebhooks(this IEndpointRouteBuilder app) =>
        app.MapPost($"{Path}{{token}}", static async (HttpContext context, string token, WebhookTable table) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            var answer = await AnswerAsync(context, table.Find(token));
            context.Response.StatusCode = answer.Status;
            EgressMeter.Delivered(answer.Status);
            if (answer.Words.Length > 0)
                await context.Response.WriteAsync(answer.Words);
        })
            .WithTags("Webhooks")
            .Produces(StatusCodes.Status204NoContent)
            .Produces<string>(StatusCodes.Status401Unauthorized, "text/plain")
            .Produces<string>(StatusCodes.Status404NotFound, "text/plain")
            .Produces<string>(StatusCodes.Status413PayloadTooLarge, "text/plain")
            .Produces<string>(StatusCodes.Status429TooManyRequests, "text/plain")
            .Produces<string>(StatusCodes.Status503ServiceUnavailable, "text/plain")
            .WithSummary("A delivery for one plugin in one room")
            .WithDescription("The token is half of a secret. Signed as Standard Webhooks 1.0 says (webhook-id, webhook-timestamp, webhook-signature), with a body of up to 256 KiB of any type. 204: taken, now or the first time it came.");

    private static async Task<WebhookAnswer> AnswerAsync(HttpContext context, Webhook? webhook)
    {
        if (webhook is null)
            return WebhookAnswer.Unknown;
        if (!webhook.MayTry())
            return WebhookAnswer.TooMany;
        if (await ReadAsync(context.Request) is not { } body)
            return WebhookAnswer.TooLarge;
        var headers = context.Request.Headers;
        return await webhook.TakeAsync(
            headers["webhook-timestamp"], headers["webhook-signature"], headers["webhook-id"], ContentType(context.Request), body);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > Webhook.MaxBytes)
            return null;
        var read = await request.BodyReader.ReadAtLeastAsync(Webhook.MaxBytes + 1, request.HttpContext.RequestAborted);
        var body = read.Buffer.Length <= Webhook.MaxBytes ? read.Buffer.ToArray() : null;
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return body;
    }

    private static string? ContentType(HttpRequest request) =>
        request.ContentType is { Length: > 0 and <= 200 } type && type.All(c => c is >= ' ' and <= '~') ? type : null;
}
