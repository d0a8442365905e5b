using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.Gauntlet.Frame.Browsers;

/// <summary>Debian's Firefox ESR with a profile of its own, driven by WebDriver BiDi.</summary>
internal sealed class FirefoxBrowser : GauntletBrowser
{
    private const string Announced = "WebDriver BiDi listening on ";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly BidiLine _line;

    private FirefoxBrowser(Process process, DirectoryInfo folder, BidiLine line) => (_process, _folder, _line) = (process, folder, line);

    public override string Name => "Firefox";

    public override IReadOnlyCollection<string> Downloads =>
        [.. Directory.EnumerateFiles(DownloadFolder(_folder)).Select(file => Path.GetFileName(file))];

    public static async Task<FirefoxBrowser> Start(IPAddress? nameServer)
    {
        var binary = Prerequisites.Firefox;
        var folder = Directory.CreateTempSubdirectory("pluginroom-firefox-");
        Directory.CreateDirectory(DownloadFolder(folder));
        var profile = folder.CreateSubdirectory("profile");
        await File.WriteAllTextAsync(Path.Combine(profile.FullName, "user.js"), FirefoxSettings.Text(DownloadFolder(folder)));
        var start = new ProcessStartInfo(OwnResolver.Wrap(folder.FullName, binary, nameServer))
        {
            ArgumentList = { "--headless", "--no-remote", "--profile", profile.FullName, "--remote-debugging-port", "0", "about:blank" },
            Environment = { ["HOME"] = folder.FullName, ["MOZ_HEADLESS_WIDTH"] = "1440", ["MOZ_HEADLESS_HEIGHT"] = "900" },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var address = await ListeningAddress(process);
        return new(process, folder, await BidiLine.Connect(new Uri(address + "/session")));
    }

    public override async Task<GauntletPage> Open(Uri address)
    {
        var context = (await _line.Ask("browsingContext.create", new() { ["type"] = "tab" }))["context"]!.GetValue<string>();
        await _line.Ask("browsingContext.navigate", new() { ["context"] = context, ["url"] = address.ToString(), ["wait"] = "complete" });
        return new OpenPage(_line, context);
    }

    public override async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string DownloadFolder(DirectoryInfo folder) => Path.Combine(folder.FullName, "downloads");

    private static async Task<string> ListeningAddress(Process process)
    {
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said)
                said.Add(line.Data ?? "");
            if (line.Data?.StartsWith(Announced, StringComparison.Ordinal) == true)
                listening.TrySetResult(line.Data[Announced.Length..].Trim());
        };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            return await listening.Task.WaitAsync(StartTimeout);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            lock (said)
                throw new TimeoutException($"Firefox did not start to listen. It said:\n{string.Join('\n', said)}");
        }
    }

    internal sealed class OpenPage(BidiLine line, string context) : GauntletPage
    {
        /// <summary>Brings its tab to the front.</summary>
        public Task Activate() => line.Ask("browsingContext.activate", new() { ["context"] = context });

        /// <summary>A person's click, in pixels of the page.</summary>
        public Task Click((int X, int Y) at) => line.Ask("input.performActions", new()
        {
            ["context"] = context,
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "pointer",
                ["id"] = "mouse",
                ["actions"] = new JsonArray(
                    new JsonObject { ["type"] = "pointerMove", ["x"] = at.X, ["y"] = at.Y },
                    new JsonObject { ["type"] = "pointerDown", ["button"] = 0 },
                    new JsonObject { ["type"] = "pointerUp", ["button"] = 0 }),
            }),
        });

        public override async Task<string> Run(string body)
        {
            var answer = await line.Ask("script.evaluate", new()
            {
                ["expression"] = $"(async () => {{ {body} }})()",
                ["target"] = new JsonObject { ["context"] = context },
                ["awaitPromise"] = true,
            });
            return answer["exceptionDetails"] is { } exception
                ? throw new InvalidOperationException(exception["text"]?.ToString())
                : answer["result"]?["value"]?.ToString() ?? "";
        }

        public override async ValueTask DisposeAsync() => await line.Ask("browsingContext.close", new() { ["context"] = context });
    }
}
