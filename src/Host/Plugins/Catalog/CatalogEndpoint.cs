using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary><c>GET /api/plugins</c>: what lies in the plugins folder and how it stands.</summary>
internal static class CatalogEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/plugins", async context =>
    {
        context.Response.Headers.CacheControl = "no-store";
        var entries = context.RequestServices.GetRequiredService<PluginCatalog>().Entries;
        await context.Response.WriteAsJsonAsync(entries.Select(Describe));
    });

    private static ListedPlugin Describe(CatalogEntry entry) => new(
        entry.Id, entry.Name, entry.Version, entry.StateName, [.. entry.Errors.Select(error => new ListedError(error.Pointer, error.Message))], entry.Folder,
        entry.Plugin?.Trust, entry.Plugin?.Signer, entry.Blocked?.Reason, entry.Update);

    private sealed record ListedPlugin(string? Id, string? Name, string? Version, string State, IReadOnlyList<ListedError> Errors, string Folder,
        string? Trust, string? Key, string? BlockedBecause, CatalogUpdate? Update);

    private sealed record ListedError(string Pointer, string Message);
}
