using System.Text.Json;
using Microsoft.Playwright;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>The colour of a point in a picture that a browser took: what a canvas or a video shows can only be seen from outside.</summary>
internal static class Pixels
{
    private const string PixelOf = """
        async ([png, x, y]) => {
          const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
          const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
          pen.drawImage(picture, 0, 0);
          return [...pen.getImageData(x, y, 1, 1).data].slice(0, 3);
        }
        """;

    /// <summary>Red, green and blue.</summary>
    public static async Task<int[]> At(this byte[] png, IBrowser browser, int x, int y)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        return (await page.EvaluateAsync<JsonElement>(PixelOf, new object[] { Convert.ToBase64String(png), x, y })).Deserialize<int[]>()!;
    }
}
