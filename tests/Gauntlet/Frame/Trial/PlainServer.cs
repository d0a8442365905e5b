using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace PluginRoom.Gauntlet.Frame.Trial;

/// <summary>The same files without any isolation: a page and its frames from one origin, no policy, no boot script.</summary>
internal sealed class PlainServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PlainServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<PlainServer> Start(string folder, string secret)
    {
        // Empty: the others watch files for settings, and a machine has few watches to give.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.MapGet("/r/{room}", () => Microsoft.AspNetCore.Http.Results.Content("<!doctype html><title>Page</title><body></body>", "text/html"));
        app.MapGet("/api/plugins", () => secret);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = "/plain", ServeUnknownFileTypes = true });
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
