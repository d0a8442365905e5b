using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary><c>GET /api/plugins</c>: what lies in the plugins folder and how it stands.</summary>
internal static class CatalogEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/plugins", static (HttpContext context, PluginCatalog catalog) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok<IEnumerable<ListedPlugin>>(catalog.Entries.Select(Describe));
        })
        .WithTags("Plugins")
        .WithSummary("The plugin folders of this host")
        .WithDescription("Each folder with its state (settling, ready, waiting, blocked or broken) and, where it cannot be used, every error with its place in plugin.json (RFC 6901).");

    private static ListedPlugin Describe(CatalogEntry entry) => new(
        entry.Id, entry.Name, entry.Version, entry.StateName, [.. entry.Errors.Select(error => new ListedError(error.Pointer, error.Message))], entry.Folder,
        entry.Plugin?.Trust, entry.Plugin?.Signer, entry.Blocked?.Reason, entry.Update);

    internal sealed record ListedPlugin(string? Id, string? Name, string? Version, string State, IReadOnlyList<ListedError> Errors, string Folder,
        string? Trust, string? Key, string? BlockedBecause, CatalogUpdate? Update);

    internal sealed record ListedError(string Pointer, string Message);
}
