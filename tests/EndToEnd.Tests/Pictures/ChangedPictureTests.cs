using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Pictures;

/// <summary>A plugin changes a person's own camera picture before it is sent: by what arrives at the other person's page.</summary>
public sealed class ChangedPictureTests(Chromium chromium) : PictureTest(chromium)
{
    // Black and white bars, finer than Pixelate's squares: as they are there is hardly a grey pixel, as squares hardly another.
    private const string Bars = """
        navigator.mediaDevices.getUserMedia = async () => {
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [640, 360];
          const pen = canvas.getContext('2d');
          const paint = () => {
            for (let x = 0; x < 640; x += 8) {
              pen.fillStyle = x % 16 === 0 ? 'white' : 'black';
              pen.fillRect(x, 0, 8, 360);
            }
          };
          paint();
          setInterval(paint, 50);
          const silence = new AudioContext().createMediaStreamDestination().stream;
          return new MediaStream([...canvas.captureStream(20).getTracks(), ...silence.getTracks()]);
        };
        """;

    [Fact]
    public async Task Pixelate_makes_squares_of_a_picture_for_everybody_else_and_everybody_is_told()
    {
        Host.Drop(Prerequisites.ScriptPlugin("Pixelate"));
        var anna = await Join("Anna", script: Bars);
        var ben = await Join("Ben");
        await ben.StartWatching(anna);
        await ben.SeesMiddling(40, atLeast: false);
        await anna.OpenPlugins();
        await anna.Add("Pixelate");

        // Asked, and nothing happens without a yes.
        await anna.Press("Change my picture…");
        await anna.Press("Leave it as it is");
        await anna.Press("Change my picture…");
        await anna.Button("Leave it as it is").WaitForAsync();
        await Look(anna, "asked");
        await anna.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await ben.Text("Changed by Pixelate").CountAsync());
        await anna.StartChanging();

        await ben.SeesMiddling(90, atLeast: true);
        await ben.Tile(anna).GetByText("Changed by Pixelate").WaitForAsync();
        await anna.Tile(anna).GetByText("Changed by Pixelate").WaitForAsync();
        await Look(anna, "changed");

        // Camera off and on again: what comes is changed from the first picture on.
        await anna.Press("Turn camera off");
        await ben.Tile(anna).GetByText("Changed by Pixelate").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await anna.Press("Turn camera on");
        await ben.Tile(anna).GetByText("Changed by Pixelate").WaitForAsync();
        await ben.SeesMiddling(90, atLeast: true);

        await anna.Press("Stop Pixelate changing my picture");
        await ben.SeesMiddling(40, atLeast: false);
        await ben.Text("Changed by Pixelate").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        // The next time she is asked again.
        await anna.Press("Change my picture…");
        await anna.Button("Leave it as it is").WaitForAsync();
    }

    [Fact]
    public async Task Nobody_sees_a_moment_of_the_camera_when_it_comes_back_on()
    {
        var (anna, ben) = await RedAndWatched("blue");
        await anna.StartChanging();
        await ben.SeesColour(30, 96, 145);
        await ben.ForgetSeen();

        for (var time = 0; time < 3; time++)
        {
            await anna.Press("Turn camera off");
            await ben.Tile(anna).GetByText("Changed by blue").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            await anna.Press("Turn camera on");
            await ben.Tile(anna).GetByText("Changed by blue").WaitForAsync();
            await ben.SeesColour(30, 96, 145);
        }

        Assert.DoesNotContain(await ben.AllSeen(), seen => seen[0] > 120);
    }

    [Fact]
    public async Task After_a_reload_the_camera_stays_off_until_she_is_asked()
    {
        var (anna, ben) = await RedAndWatched("blue");
        await anna.StartChanging();
        await ben.SeesColour(30, 96, 145);

        await anna.Page.ReloadAsync();

        await anna.Button("Turn camera on").WaitForAsync();
        await ben.Tile(anna).GetByText("Changed by blue").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task A_plugin_that_is_taken_away_gives_the_camera_back()
    {
        var (anna, ben) = await RedAndWatched("blue");
        await anna.StartChanging();
        await ben.SeesColour(30, 96, 145);
        await ben.OpenPlugins();

        await ben.Press("Remove blue");

        await anna.Page.GetByText("it was removed or replaced").WaitForAsync();
        await ben.SeesColour(200, 30, 30);
    }

    [Fact]
    public async Task The_ledger_says_that_it_was_on_and_for_how_many_pictures()
    {
        var (anna, ben) = await RedAndWatched("blue");
        await anna.StartChanging();
        await ben.SeesColour(30, 96, 145);
        await anna.Press("Stop blue changing my picture");
        await ben.SeesColour(200, 30, 30);

        await anna.ShowLedger("blue");

        await anna.Ledger("blue").GetByText("A change of a camera picture, in that person's own browser").First.WaitForAsync();
    }

    // For people to look at, in artifacts/end-to-end.
    private static async Task Look(Person person, string name)
    {
        foreach (var (width, height, screen) in new[] { (390, 844, "phone"), (1440, 900, "desktop") })
        {
            await person.Page.SetViewportSizeAsync(width, height);
            await person.Picture($"picture-{name}-{screen}");
        }
    }
}
