using System.Diagnostics;

namespace PluginRoom.Bench;

/// <summary>The built host with the bundled plugins, as ./run starts it, on a free port and with a data folder of its own.</summary>
internal sealed class BuiltHost : IAsyncDisposable
{
    private const string Announced = "Listening on ";
    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private BuiltHost(Process process, DirectoryInfo data, Uri address) => (_process, _data, Address) = (process, data, address);

    internal Uri Address { get; }

    internal static async Task<BuiltHost> StartAsync()
    {
        // artifacts/bin/PluginRoom.Bench/<configuration>/
        var here = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var artifacts = Path.GetFullPath(Path.Combine(here, "../../.."));
        var plugins = Path.Combine(artifacts, "plugins");
        if (!Directory.Exists(Path.Combine(plugins, "Whiteboard")) || !Directory.Exists(Path.Combine(artifacts, "../web/dist")))
            throw new InvalidOperationException("The page and the bundled plugins are not built. Start ./run once and end it.");
        var data = Directory.CreateTempSubdirectory("pluginroom-bench-");
        var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(artifacts, "bin/Host", Path.GetFileName(here), "PluginRoom.Host.dll"),
                "--port", "0", "--plugins", plugins, "--data", data.FullName,
            },
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Announced, StringComparison.Ordinal))
                return new(process, data, new Uri(line[Announced.Length..]));
        throw new InvalidOperationException($"The host ended with code {process.ExitCode}. Start ./run to see why.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}
