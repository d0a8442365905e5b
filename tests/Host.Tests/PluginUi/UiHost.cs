using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PluginRoom.Host.PluginUi;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using Xunit;

namespace PluginRoom.Host.Tests.PluginUi;

/// <summary>A real Kestrel that serves one plugin's folder, spoken to in raw HTTP so that no client tidies a path up.</summary>
internal sealed class UiHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pluginroom-ui-");

    private UiHost(PluginUiOrigins? origins)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Boot).AddSingleton(origins ?? new PluginUiOrigins()).AddSingleton<PluginUiAddresses>().AddSingleton<PluginUiEndpoint>();
        _app = builder.Build();
        _app.UsePluginUiOrigins(origins ?? new());
        _app.UseRouting();
        _app.MapPluginUi();
        _app.MapFallback(() => "the page");
    }

    public BootScript Boot { get; } = new("/* boot */ void 0;");

    public PluginUiAddress Address { get; private set; } = null!;

    public string Origin => _app.Urls.First();

    public static async Task<UiHost> StartAsync(PluginUiOrigins? origins = null)
    {
        var host = new UiHost(origins);
        host.Write("ui/index.html", "<!doctype html><title>Hello</title><script src=\"app.js\"></script>");
        host.Write("ui/app.js", "void 0;");
        host.Write("ui/more/board.js", "void 0;");
        host.Write("ui/picture.js", "void 0;");
        host.Write("secret.txt", "not for browsers");
        await host._app.StartAsync();
        host.Address = host._app.Services.GetRequiredService<PluginUiAddresses>().Of(
            new InstalledPlugin(
                SampleUi.Manifest(
                    new ManifestUi { Slot = UiSlot.Stage, Title = "Hello", Entry = "ui/more/board.js", Mode = UiMode.Worker },
                    new ManifestUi { Slot = UiSlot.Transform, Title = "Grey", Entry = "ui/picture.js", Mode = UiMode.Worker }),
                host._directory.FullName, "hash"));
        return host;
    }

    public string PathOf(string file) => Path.Combine(_directory.FullName, file);

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), content);
    }

    public Task<RawResponse> FrameAsync(string file) => GetAsync(Address.UiPath + file, "Sec-Fetch-Dest: iframe");

    public Task<RawResponse> GetAsync(string path, params string[] headers) => SendAsync("GET", path, headers);

    public async Task<RawResponse> SendAsync(string method, string path, params string[] headers)
    {
        var uri = new Uri(Origin);
        using var client = new TcpClient();
        await client.ConnectAsync(uri.Host, uri.Port);
        var host = headers.Any(header => header.StartsWith("Host:", StringComparison.Ordinal)) ? "" : $"Host: {uri.Authority}\r\n";
        var request = $"{method} {path} HTTP/1.1\r\n{host}{string.Concat(headers.Select(header => header + "\r\n"))}Connection: close\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        return RawResponse.Parse(await reader.ReadToEndAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}

internal sealed record RawResponse(int Status, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public IEnumerable<string> All(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);

    public string Header(string name) => Assert.Single(All(name));

    public static RawResponse Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = text[..end].Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[^1])).ToList();
        return new(int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), headers, text[(end + 4)..]);
    }
}
