using PluginRoom.EndToEnd.Tests.Fixtures;
using PluginRoom.EndToEnd.Tests.Whiteboard;

namespace PluginRoom.EndToEnd.Tests.Page;

/// <summary>The README's picture, of the real thing: to artifacts always, to docs/images when PLUGINROOM_README_PICTURE is set.</summary>
public sealed class SceneTests(Chromium chromium) : HostedTest(chromium)
{
    private static readonly DrawnPerson Mira = new("Mira", "#5d8a8c", "#e3b04b", "#3b2a20", "#e8b998");
    private static readonly DrawnPerson Jonas = new("Jonas", "#a4745b", "#33475b", "#c58f4a", "#f1cba8");
    private static readonly DrawnPerson Amara = new("Amara", "#6b6f9c", "#c2555a", "#1d1715", "#8a5a3c");

    [Fact]
    public async Task Three_people_plan_on_the_whiteboard()
    {
        Host.Drop(Prerequisites.BundledPlugin("Whiteboard"));
        var mira = await Enter(Mira);
        var jonas = await Enter(Jonas);
        var amara = await Enter(Amara);
        foreach (var other in new[] { jonas, amara })
            await mira.Sees(other);
        var miras = await Board.Add(mira);
        var jonases = await Board.Open(jonas);
        await jonas.Answer("Whiteboard", "your name", "Allow");
        await mira.Press("Close panel");

        await Plan(miras);
        await jonases.Holds(9);
        await jonases.Point(0.66f, 0.72f);
        await miras.Window.GetByText("Jonas").WaitForAsync();
        await mira.Sees(amara);

        await mira.Page.ScreenshotAsync(new() { Path = Path.Combine(Evidence.Folder, "room.png") });
        if (Environment.GetEnvironmentVariable("PLUGINROOM_README_PICTURE") is { Length: > 0 })
            await mira.Page.ScreenshotAsync(new() { Path = Path.Combine(Prerequisites.Root, "docs/images/room.png") });
    }

    private async Task<Person> Enter(DrawnPerson drawn)
    {
        var person = await Open(drawn.Name, script: drawn.Camera, options: new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await person.Join("garden-party");
        return person;
    }

    private static async Task Plan(Board board)
    {
        await board.Draw("Rectangle", 0.12f, 0.2f, 0.32f, 0.4f);
        await board.Draw("Ellipse", 0.62f, 0.18f, 0.86f, 0.42f);
        await board.Draw("Arrow", 0.34f, 0.3f, 0.6f, 0.3f);
        await board.Write("Text", 0.18f, 0.27f, "Tables");
        await board.Write("Text", 0.68f, 0.27f, "Lanterns");
        await board.Draw("Highlighter", 0.17f, 0.33f, 0.28f, 0.33f);
        await board.Write("Sticky note", 0.13f, 0.55f, "Who brings the cake?");
        await board.Write("Sticky note", 0.33f, 0.55f, "Saturday at four!");
        await board.Trace("Pen", Enumerable.Range(0, 40).Select(step => (0.55f + (step * 0.009f), 0.62f + (0.05f * MathF.Abs(MathF.Sin(step * 0.24f))))));
        await board.Take("Select");
        await board.Point(0.8f, 0.9f);
    }
}
