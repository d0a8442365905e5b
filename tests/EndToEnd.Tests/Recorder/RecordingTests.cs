using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Recorder;

[Collection(typeof(Alone))]
public sealed class RecordingTests(Chromium chromium) : HostedTest(chromium)
{
    // A browser's own save dialog is beyond a headless browser; without one the page offers a download.
    private const string NoPicker = "delete window.showSaveFilePicker;";

    [Fact]
    public async Task A_recording_holds_whoever_allows_it_and_nobody_else()
    {
        Host.Drop(Prerequisites.BundledPlugin("Recorder"));
        var anna = await Join(PaintedPerson.Anna.Name, script: PaintedPerson.Anna.Devices + NoPicker);
        var ben = await Join(PaintedPerson.Ben.Name, script: PaintedPerson.Ben.Devices);
        var chloe = await Join(PaintedPerson.Chloe.Name, script: PaintedPerson.Chloe.Devices);
        await Moving.Meet(anna, ben, chloe);
        await anna.OpenPlugins();
        await anna.Add("Recorder");

        await Start(anna);
        foreach (var person in new[] { ben, chloe })
        {
            await person.Text("Anna is recording").WaitForAsync();
            await person.Text("You are not in the recording").WaitForAsync();
        }

        await ben.Press("Allow recording me");
        await ben.Text("You are in the recording").WaitForAsync();
        await chloe.Press("Don’t record me");
        var (path, seconds) = await StopAfter(anna, "0:06");

        foreach (var person in new[] { ben, chloe })
            await person.Text("Anna is recording").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await AssertHolds(new RecordedFile(path), seconds);
    }

    private static async Task Start(Person anna)
    {
        await anna.Window("Recorder").GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();
        await anna.Press("Start recording");
        await anna.Text("You are recording").WaitForAsync();
        await anna.Text("You are in it").WaitForAsync();
    }

    /// <summary>Stops when the page's own clock shows at least that much, and answers how long the page says that the file is.</summary>
    private static async Task<(string Path, int Seconds)> StopAfter(Person anna, string elapsed)
    {
        await anna.Page.WaitForFunctionAsync($"() => document.querySelector('.recording time').textContent >= '{elapsed}'");
        var download = await anna.Page.RunAndWaitForDownloadAsync(() => anna.Press("Stop recording"));
        var saved = await anna.Page.GetByText("Recording saved:").InnerTextAsync();
        var clock = saved.Split(", ")[1].Split(':');
        return (await download.PathAsync(), (int.Parse(clock[0]) * 60) + int.Parse(clock[1]));
    }

    private static async Task AssertHolds(RecordedFile file, int seconds)
    {
        var (duration, kinds, container) = await file.Probe();
        Assert.Contains("webm", container, StringComparison.Ordinal);
        Assert.Equal(["audio", "video"], kinds);
        Assert.InRange(duration, seconds - 1, seconds + 2);
        Assert.True(seconds >= 4, $"The page ran for six seconds and saved {seconds}.");
        Assert.True(await file.HasCues(), "Without cues a player cannot jump.");

        Assert.InRange(await file.ShareOf(PaintedPerson.Anna), 0.05, 1);
        Assert.InRange(await file.ShareOf(PaintedPerson.Ben), 0.05, 1);
        Assert.Equal(0, await file.ShareOf(PaintedPerson.Chloe));
        var (annas, bens, chloes) = (await file.LoudnessOf(PaintedPerson.Anna), await file.LoudnessOf(PaintedPerson.Ben), await file.LoudnessOf(PaintedPerson.Chloe));
        TestContext.Current.TestOutputHelper!.WriteLine($"Tones: Anna {annas:F4}, Ben {bens:F4}, Chloe {chloes:F4}; {duration:F1} s.");
        Assert.True(annas > 0.02 && bens > 0.02, "Whoever allowed it is heard.");
        Assert.True(chloes < Math.Min(annas, bens) / 50, "Whoever refused is not heard.");
    }
}
