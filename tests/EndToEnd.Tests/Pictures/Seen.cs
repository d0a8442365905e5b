using System.Globalization;
using System.Text.Json;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Pictures;

/// <summary>What one person's page really shows of another, picture by picture, as the browser decoded it.</summary>
internal static class Seen
{
    // Of each picture the mean of red, green and blue, and how many of its pixels are neither dark nor bright.
    private const string Watch = """
        (video) => {
          const pen = new OffscreenCanvas(160, 90).getContext('2d', { willReadFrequently: true });
          const seen = (window.seen = []);
          const look = () => {
            pen.drawImage(video, 0, 0, 160, 90);
            const { data } = pen.getImageData(0, 0, 160, 90);
            const sum = [0, 0, 0];
            let middling = 0;
            for (let at = 0; at < data.length; at += 4) {
              for (let channel = 0; channel < 3; channel++) sum[channel] += data[at + channel];
              const light = (data[at] + data[at + 1] + data[at + 2]) / 3;
              if (light > 70 && light < 185) middling++;
            }
            const count = data.length / 4;
            seen.push([...sum.map((each) => Math.round(each / count)), Math.round((100 * middling) / count)]);
            video.requestVideoFrameCallback(look);
          };
          video.requestVideoFrameCallback(look);
        }
        """;

    public static Task StartWatching(this Person watcher, Person shown) => watcher.VideoOf(shown).EvaluateAsync(Watch);

    /// <summary>Waits for a picture whose mean colour is within 25 of this one in each channel.</summary>
    public static async Task SeesColour(this Person watcher, int red, int green, int blue) => await watcher.Page.WaitForFunctionAsync(
        "(colour) => window.seen.at(-1)?.slice(0, 3).every((channel, index) => Math.abs(channel - colour[index]) <= 25)", new[] { red, green, blue });

    /// <summary>Waits for a picture of which at least, or at most, so many hundredths are neither dark nor bright.</summary>
    public static async Task SeesMiddling(this Person watcher, int percent, bool atLeast) => await watcher.Page.WaitForFunctionAsync(
        string.Create(CultureInfo.InvariantCulture, $"() => window.seen.length > 0 && window.seen.at(-1)[3] {(atLeast ? ">=" : "<=")} {percent}"));

    /// <summary>Red, green and blue of every picture since, in order.</summary>
    public static async Task<int[][]> AllSeen(this Person watcher) =>
        (await watcher.Page.EvaluateAsync<JsonElement>("() => window.seen")).Deserialize<int[][]>()!;

    public static Task ForgetSeen(this Person watcher) => watcher.Page.EvaluateAsync("() => void (window.seen.length = 0)");
}
