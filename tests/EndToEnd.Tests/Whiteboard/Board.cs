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
        await person.Card(Title).GetByRole(AriaRole.Button, new() { Name = "Refuse", Exact = true }).First.ClickAsync();
        await board.Window.GetByText("You can look").WaitForAsync();
        return board;
    }

    /// <summary>Opens it again where everything was decided before.</summary>
    public static async Task<Board> Reopen(Person person)
    {
        await person.OpenPlugins();
        await person.Press($"Open {Title}");
        return await Ready(person);
    }

    public Task Take(string tool) => Window.GetByRole(AriaRole.Button, new() { Name = tool, Exact = true }).ClickAsync();

    /// <summary>A line across the board, from and to in parts of its width and height.</summary>
    public async Task Draw(float fromX, float fromY, float toX, float toY)
    {
        var box = await Surface.BoundingBoxAsync() ?? throw new InvalidOperationException("The board is not to be seen.");
        var mouse = person.Page.Mouse;
        await mouse.MoveAsync(box.X + (box.Width * fromX), box.Y + (box.Height * fromY));
        await mouse.DownAsync();
        await mouse.MoveAsync(box.X + (box.Width * toX), box.Y + (box.Height * toY), new() { Steps = 12 });
        await mouse.UpAsync();
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
