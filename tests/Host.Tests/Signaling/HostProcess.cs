using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

/// <summary>The host as an operator runs it, in a process of its own, and a look into that process's memory.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _data;

    private HostProcess(Process process, string data) => (_process, _data) = (process, data);

    public Uri Address { get; private set; } = null!;

    public int Id => _process.Id;

    public static Task<HostProcess> Start() => Start([]);

    /// <param name="options">Of the command line; it has a free port and a data folder of its own besides.</param>
    public static async Task<HostProcess> Start(IReadOnlyList<string> options, params (string Name, string Value)[] environment)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.Combine(here.Parent!.Parent!.FullName, "Host", here.Name, "PluginRoom.Host.dll");
        var data = Directory.CreateTempSubdirectory("pluginroom-memory-").FullName;
        string[] ownFolder = options.Contains("--data") ? [] : ["--data", data];
        var start = new ProcessStartInfo("dotnet", [assembly, "--port", "0", .. ownFolder, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // The look into its memory needs it where the tests do not run as root.
        start.Environment["PLUGINROOM_DEBUGGABLE"] = "1";
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(HostProcess).Assembly.Location;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var host = new HostProcess(Process.Start(start)!, data);
        host.Address = new Uri((await host.ReadLine())["Listening on ".Length..]);
        await host.ReadLine();
        return host;
    }

    public Task Collect() => Order("collect");

    /// <summary>Holds a string in the host's memory, and collects.</summary>
    public Task Keep(string text) => Order("keep " + text);

    /// <summary>How often a text stands anywhere in the process's writable memory, as UTF-8 or as UTF-16.</summary>
    public int CountInMemory(string text)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)];
        var found = 0;
        using var memory = new FileStream($"/proc/{_process.Id}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        foreach (var (from, length) in WritableMaps())
            found += CountIn(memory, from, length, forms);
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task Order(string order)
    {
        await _process.StandardInput.WriteLineAsync(order);
        await _process.StandardInput.FlushAsync();
        Assert.Equal("done", await ReadLine());
    }

    private async Task<string> ReadLine() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(Browser.Deadline) ?? throw new InvalidOperationException("The host ended.");

    private IEnumerable<(long From, long Length)> WritableMaps()
    {
        foreach (var line in File.ReadLines($"/proc/{_process.Id}/maps"))
        {
            // 7f12a000-7f12b000 rw-p 00000000 00:00 0
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!parts[1].StartsWith("rw", StringComparison.Ordinal))
                continue;
            var ends = Array.ConvertAll(parts[0].Split('-'), end => long.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            yield return (ends[0], ends[1] - ends[0]);
        }
    }

    private static int CountIn(FileStream memory, long from, long length, byte[][] forms)
    {
        const int Chunk = 1 << 20;
        var overlap = forms.Max(form => form.Length) - 1;
        var buffer = new byte[Chunk + overlap];
        var found = 0;
        for (long at = 0; at < length; at += Chunk)
        {
            int read;
            try
            {
                read = RandomAccess.Read(memory.SafeFileHandle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - at)), from + at);
            }
            catch (IOException)
            {
                // Reserved and never touched, or gone meanwhile: nothing can be in it.
                continue;
            }

            found += forms.Sum(form => CountOf(buffer.AsSpan(0, read), form, Chunk));
        }

        return found;
    }

    private static int CountOf(ReadOnlySpan<byte> bytes, byte[] form, int startsBefore)
    {
        var count = 0;
        for (var at = 0; bytes[at..].IndexOf(form) is >= 0 and var hit && at + hit < startsBefore; at += hit + 1)
            count++;
        return count;
    }
}
