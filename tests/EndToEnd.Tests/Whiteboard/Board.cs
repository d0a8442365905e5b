using System.Globalization;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Whiteboard;

/// <summary>The whiteboard in one person's browser.</summary>
internal sealed class Board(Person person)
{
    private const string Title = "Whiteboard";

    public ILocator Surface => Window.Locator("[aria-roledescription=whiteboard]");

    public IFrameLocator Window => person.Window(Title);

    /// <summary>Brings it into the room and lets it have what it needs of this person.</summary>
    public static async Task<Board> Add(Person person)
    {
        await person.OpenPlugins();
        await person.Add(Title);
        await person.Allow(Title);
        return await Ready(person);
    }

    /// <summary>Opens it where somebody else brought it in.</summary>
    public static async Task<Board> Open(Person person)
    {
        await person.Press($"Decide for {Title}");
        await person.Allow(Title);
        await person.Press($"Open {Title}");
        return await Ready(person);
    }

    /// <summary>Opens it as somebody who may be known to be there and whose input stays in the window.</summary>
    public static async Task<Board> OpenToLook(Person person)
    {
        var board = await Open(person);
        await person.Answer(Title, "what you do in its window and shows it to the others", "Refuse");
        await board.Window.GetByText("You can look").WaitForAsync();
        return board;
    }

    /// <summary>Opens it as somebody who allows it nothing at all.</summary>
    public static async Task<Board> OpenRefusing(Person person)
    {
        await person.Press($"Decide for {Title}");
        await person.Refuse(Title);
        await person.Press($"Open {Title}");
        return await Ready(person);
    }

    /// <summary>Opens it again where everything was decided before.</summary>
    public static async Task<Board> Reopen(Person person)
    {
        await person.OpenPlugins();
        await person.Press($"Open {Title}");
        return await Ready(person);
    }

    public Task Take(string tool) => Window.GetByRole(AriaRole.Button, new() { Name = tool, Exact = true }).ClickAsync();

    /// <summary>With a tool across the board, from and to in parts of its width and height.</summary>
    public async Task Draw(string tool, float fromX, float fromY, float toX, float toY)
    {
        await Take(tool);
        await Drag(fromX, fromY, toX, toY);
    }

    public async Task Drag(float fromX, float fromY, float toX, float toY)
    {
        await Point(fromX, fromY);
        await person.Page.Mouse.DownAsync();
        await Point(toX, toY);
        await person.Page.Mouse.UpAsync();
    }

    public async Task Trace(string tool, IEnumerable<(float X, float Y)> points)
    {
        await Take(tool);
        await Point(points.First().X, points.First().Y);
        await person.Page.Mouse.DownAsync();
        foreach (var (x, y) in points)
            await Point(x, y);
        await person.Page.Mouse.UpAsync();
    }

    public async Task Point(float x, float y)
    {
        var box = await Surface.BoundingBoxAsync() ?? throw new InvalidOperationException("The board is not to be seen.");
        await person.Page.Mouse.MoveAsync(box.X + (box.Width * x), box.Y + (box.Height * y), new() { Steps = 4 });
    }

    public async Task Write(string tool, float x, float y, string text)
    {
        await Take(tool);
        await Point(x, y);
        await person.Page.Mouse.DownAsync();
        await person.Page.Mouse.UpAsync();
        await Window.GetByRole(AriaRole.Textbox, new() { Name = "Text", Exact = true }).FillAsync(text);
        await person.Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Waits until the board says that it holds so many items, as it says to a screen reader.</summary>
    public Task Holds(int items) => Window.Locator(string.Create(
        CultureInfo.InvariantCulture, $"[aria-label='Whiteboard, {items} {(items == 1 ? "item" : "items")}']")).WaitForAsync();

    private static async Task<Board> Ready(Person person)
    {
        var board = new Board(person);
        await board.Surface.WaitForAsync();
        return board;
    }
}
