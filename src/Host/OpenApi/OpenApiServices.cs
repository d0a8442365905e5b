using Microsoft.OpenApi;

namespace PluginRoom.Host.OpenApi;

/// <summary>The document of the HTTP API at <c>/openapi.json</c> (OpenAPI 3.1), made from what is mapped. Composes this folder into the host.</summary>
internal static class OpenApiServices
{
    public const string Path = "/openapi.json";

    private const string Introduction =
        "What a host offers over HTTP beside the page. Rooms speak over the hub (SignalR over WebSockets), whose messages are the records in "
        + "src/Protocol/Client. The page itself, its files and the files of plugins' windows are no part of this. No answer is about a person.";

    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(static options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "PluginRoom",
                Version = typeof(OpenApiServices).Assembly.GetName().Version!.ToString(3),
                Description = Introduction,
            };
            // Else it would repeat whatever Host header it was asked with.
            document.Servers = [];
            return Task.CompletedTask;
        });
    });

    public static void MapOpenApiDocument(this IEndpointRouteBuilder app) => app.MapOpenApi(Path);
}
