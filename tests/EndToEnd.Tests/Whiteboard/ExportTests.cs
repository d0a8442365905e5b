using System.Xml.Linq;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Whiteboard;

public sealed class ExportTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task The_board_can_be_saved_as_PNG_and_as_SVG()
    {
        Host.Drop(Prerequisites.BundledPlugin("Whiteboard"));
        var anna = await Join("Anna");
        var board = await Board.Add(anna);
        await board.Draw("Rectangle", 0.3f, 0.3f, 0.7f, 0.7f);
        await board.Holds(1);

        var png = await Save(anna, board, "PNG");
        Assert.True(png.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), "This is no PNG (ISO/IEC 15948, 5.2).");
        var svg = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await Save(anna, board, "SVG")));
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName is "path" or "rect");
    }

    private static async Task<byte[]> Save(Person anna, Board board, string format)
    {
        await board.Take("Board menu");
        await board.Window.GetByRole(AriaRole.Menuitem, new() { Name = $"Save as {format}" }).ClickAsync();
        var download = await anna.Page.RunAndWaitForDownloadAsync(() => anna.Press("Save file"));
        Assert.EndsWith($".{format}", download.SuggestedFilename, StringComparison.OrdinalIgnoreCase);
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
