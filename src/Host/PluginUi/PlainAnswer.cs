using System.Text;

namespace PluginRoom.Host.PluginUi;

/// <summary>Whole responses with a known length, for GET and HEAD alike.</summary>
internal static class PlainAnswer
{
    public const string PlainText = "text/plain; charset=utf-8";

    public static Task AnswerAsync(this HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return context.WriteAsync(Encoding.UTF8.GetBytes(text), PlainText);
    }

    public static Task NotFoundAsync(this HttpContext context) => context.AnswerAsync(StatusCodes.Status404NotFound, "Not found.");

    public static async Task WriteAsync(this HttpContext context, byte[] body, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
