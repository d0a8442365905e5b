using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>The built host as an operator runs it: a process of its own, on a free port, with folders of its own.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private const string Announced = "Listening on ";
    private const string Manifest = "plugin.json";
    private const int Sigterm = 15;

    private readonly Lock _dropping = new();
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private HostProcess(Process process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    public HostLog Log { get; } = new();

    public Uri Address { get; private set; } = null!;

    public int Id => _process.Id;

    public string PluginsFolder => Path.Combine(_folder.FullName, "plugins");

    public string DataFolder => Path.Combine(_folder.FullName, "data");

    public static async Task<HostProcess> Start(params (string Name, string Value)[] environment)
    {
        var folder = Directory.CreateTempSubdirectory("pluginroom-e2e-");
        var host = new HostProcess(new Process { StartInfo = Command(folder, environment) }, folder);
        Directory.CreateDirectory(host.PluginsFolder);
        host._process.OutputDataReceived += (_, line) => host.Log.Add(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Log.Add(line.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        try
        {
            host.Address = new Uri((await host.Log.Line(Announced))[Announced.Length..]);
            return host;
        }
        catch
        {
            host._process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Drops a built plugin's folder in, the way that an operator's copy does: file after file. What lies there already stays as it is.</summary>
    /// <param name="folderName">Its own name where none is given.</param>
    /// <param name="changes">To its manifest; each text to change stands in it once.</param>
    public string Drop(string builtPlugin, string? folderName = null, params (string From, string To)[] changes)
    {
        var target = Path.Combine(PluginsFolder, folderName ?? Path.GetFileName(builtPlugin));
        lock (_dropping)
        {
            if (!Directory.Exists(target))
                Copy(builtPlugin, target, changes);
        }

        return target;
    }

    /// <summary>Edits a dropped plugin's manifest in place; each text to change stands in it once.</summary>
    public static void EditManifest(string folder, params (string From, string To)[] changes)
    {
        var manifest = Path.Combine(folder, Manifest);
        File.WriteAllText(manifest, Changed(File.ReadAllText(manifest), changes));
    }

    /// <summary>A full collection in the host, where the test's startup hook runs in it.</summary>
    public async Task Collect()
    {
        await _process.StandardInput.WriteLineAsync("collect");
        await _process.StandardInput.FlushAsync();
        await Log.Line("done");
    }

    /// <summary>Stops it as an operator does and checks that it went as it should.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The host ended by itself with code {_process.ExitCode}:\n{Log}");
            _ = Kill(_process.Id, Sigterm);
            await Stopped();
            Assert.Equal(0, _process.ExitCode);
        }
        finally
        {
            _process.Dispose();
            _folder.Delete(recursive: true);
        }
    }

    private static void Copy(string builtPlugin, string target, (string From, string To)[] changes)
    {
        foreach (var file in Directory.EnumerateFiles(builtPlugin, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(builtPlugin, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (Path.GetRelativePath(target, copy) == Manifest)
                File.WriteAllText(copy, Changed(File.ReadAllText(file), changes));
            else
                File.Copy(file, copy);
        }
    }

    private static string Changed(string manifest, (string From, string To)[] changes)
    {
        foreach (var (from, to) in changes)
        {
            Assert.Equal(2, manifest.Split(from).Length);
            manifest = manifest.Replace(from, to, StringComparison.Ordinal);
        }

        return manifest;
    }

    private async Task Stopped()
    {
        using var deadline = new CancellationTokenSource(Deadline.Span);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The host did not stop on SIGTERM within {Deadline.Span.TotalSeconds} s:\n{Log}");
        }
    }

    private static ProcessStartInfo Command(DirectoryInfo folder, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Prerequisites.Host)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "--plugins", Path.Combine(folder.FullName, "plugins"), "--data", Path.Combine(folder.FullName, "data") },
            Environment =
            {
                ["PLUGINROOM_PORT"] = "0",
                ["PLUGINROOM_WEB"] = Prerequisites.Web,
                ["PLUGINROOM_WORKER"] = Prerequisites.Worker,
                ["PLUGINROOM_DEBUGGABLE"] = "1",
            },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
