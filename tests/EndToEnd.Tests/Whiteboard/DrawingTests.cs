using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Whiteboard;

public sealed class DrawingTests(Chromium chromium) : HostedTest(chromium)
{
    // Wall clock of the machine, which the browsers share, at the moment in which the board tells of its first item.
    private const string FirstItemAt = """
        (surface) => { window.firstItemAt = new Promise((resolve) => {
          const look = () => surface.ariaLabel === 'Whiteboard, 1 item' && resolve(performance.timeOrigin + performance.now());
          new MutationObserver(look).observe(surface, { attributes: true });
        }); }
        """;

    [Fact]
    public async Task A_line_drawn_in_one_browser_shows_in_the_other()
    {
        Host.Drop(Prerequisites.BundledPlugin("Whiteboard"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        var (annas, bens) = (await Board.Add(anna), await Board.Open(ben));
        await annas.Surface.EvaluateAsync(FirstItemAt);
        await bens.Surface.EvaluateAsync(FirstItemAt);

        await annas.Draw("Pen", 0.3f, 0.4f, 0.7f, 0.6f);
        await bens.Holds(1);
        var (drawn, seen) = (await FirstItem(annas), await FirstItem(bens));
        TestContext.Current.TestOutputHelper!.WriteLine($"A line drawn in one browser showed in the other after {seen - drawn:F0} ms.");
        Assert.InRange(seen - drawn, -100, 5_000);

        await bens.Draw("Rectangle", 0.2f, 0.2f, 0.5f, 0.5f);
        await annas.Holds(2);
    }

    [Fact]
    public async Task Whoever_comes_late_has_the_board_and_so_has_everyone_after_a_reload()
    {
        Host.Drop(Prerequisites.BundledPlugin("Whiteboard"));
        var anna = await Join("Anna");
        var annas = await Board.Add(anna);
        await annas.Draw("Pen", 0.3f, 0.3f, 0.6f, 0.6f);
        await annas.Draw("Pen", 0.6f, 0.3f, 0.3f, 0.6f);
        await annas.Holds(2);

        var ben = await Join("Ben");
        var bens = await Board.Open(ben);
        await bens.Holds(2);

        foreach (var person in new[] { anna, ben })
        {
            await person.Page.ReloadAsync();
            await person.Button("Leave").WaitForAsync();
        }

        await (await Board.Reopen(anna)).Holds(2);
        await (await Board.Reopen(ben)).Holds(2);
    }

    [Fact]
    public async Task Whoever_keeps_their_input_back_sees_the_board_and_changes_nothing_on_it()
    {
        Host.Drop(Prerequisites.BundledPlugin("Whiteboard"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        var (annas, bens) = (await Board.Add(anna), await Board.OpenToLook(ben));

        await annas.Draw("Pen", 0.2f, 0.3f, 0.4f, 0.6f);
        await bens.Holds(1);
        await bens.Drag(0.2f, 0.8f, 0.8f, 0.8f);

        // Hers comes after his: had his counted, there would be three.
        await annas.Draw("Pen", 0.6f, 0.3f, 0.4f, 0.6f);
        await bens.Holds(2);
        await annas.Holds(2);
    }

    [Fact]
    public async Task Whoever_refuses_everything_still_sees_the_board()
    {
        Host.Drop(Prerequisites.BundledPlugin("Whiteboard"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        var annas = await Board.Add(anna);
        await annas.Draw("Pen", 0.2f, 0.3f, 0.4f, 0.6f);
        await annas.Holds(1);

        var bens = await Board.OpenRefusing(ben);

        await bens.Holds(1);
        await annas.Draw("Pen", 0.6f, 0.3f, 0.4f, 0.6f);
        await bens.Holds(2);
    }

    private static Task<double> FirstItem(Board board) => board.Surface.EvaluateAsync<double>("() => window.firstItemAt");
}
