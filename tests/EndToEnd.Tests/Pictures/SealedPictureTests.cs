using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PluginRoom.EndToEnd.Tests.Fixtures;
using PluginRoom.EndToEnd.Tests.Recorder;

namespace PluginRoom.EndToEnd.Tests.Pictures;

public sealed class SealedPictureTests(Chromium chromium) : HostedTest(chromium)
{
    private const int Tries = 14;

    // One bar for each thing that the script tried, at its middle.
    private const string BarsOf = """
        ([selector, count]) => {
          const video = document.querySelector(selector);
          const pen = new OffscreenCanvas(count * 16, 16).getContext('2d', { willReadFrequently: true });
          const look = () => {
            pen.drawImage(video, 0, 0, count * 16, 16);
            return Array.from({ length: count }, (_, bar) => [...pen.getImageData(bar * 16 + 8, 8, 1, 1).data].slice(0, 3));
          };
          return look().map(([red, green]) => (red > 100 && green < 80 ? 'found' : green > 90 && red < 80 ? 'nothing' : 'neither'));
        }
        """;

    [Fact]
    public async Task What_sees_a_camera_finds_no_way_out_but_that_persons_own_picture()
    {
        await TakeOwnHost();
        using var canary = new TcpListener(IPAddress.Loopback, 0);
        canary.Start();
        var folder = Host.Drop(Prerequisites.FramePlugin("Pictures"));
        var script = Path.Combine(folder, "ui", "look.js");
        await File.WriteAllTextAsync(
            script,
            (await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken)).Replace("127.0.0.1:9/", $"{canary.LocalEndpoint}/", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var anna = await Join("Anna", script: PaintedPerson.Anna.Devices);
        anna.Watch.Expect("Content Security Policy");
        // What the browser was asked for and stopped is told to the test as well.
        anna.Watch.Allow(new Uri($"http://{canary.LocalEndpoint}/"));
        var ben = await Join("Ben");
        await anna.OpenPlugins();
        await anna.Add("Pictures");
        await anna.StartChanging();
        await ben.Tile(anna).GetByText("Changed by Pictures").WaitForAsync();

        object[] where = [$"[aria-label='Video of {anna.Name}']", Tries];
        await ben.Page.WaitForFunctionAsync($"(where) => !({BarsOf})(where).includes('neither')", where);
        var bars = (await ben.Page.EvaluateAsync<JsonElement>(BarsOf, where)).Deserialize<string[]>()!;

        Assert.Equal([.. Enumerable.Repeat("nothing", Tries - 1), "found"], bars);
        Assert.False(canary.Pending());
        using var visitor = new TcpClient();
        await visitor.ConnectAsync((IPEndPoint)canary.LocalEndpoint, TestContext.Current.CancellationToken);
        Assert.True(canary.Pending());
    }
}
