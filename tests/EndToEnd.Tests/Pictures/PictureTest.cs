using PluginRoom.EndToEnd.Tests.Fixtures;
using PluginRoom.EndToEnd.Tests.Recorder;

namespace PluginRoom.EndToEnd.Tests.Pictures;

/// <summary>Somebody whose camera is red and who has a plugin for it, and somebody who watches.</summary>
public abstract class PictureTest(Chromium chromium) : HostedTest(chromium)
{
    // A plugin of its own for each script, by the script's name.
    private protected async Task<(Person Anna, Person Ben)> RedAndWatched(string script)
    {
        Host.Drop(
            Prerequisites.FramePlugin("Pictures"),
            script,
            ("test.pluginroom.pictures", $"test.pluginroom.{script}"),
            ("\"name\": \"Pictures\"", $"\"name\": \"{script}\""),
            ("ui/look.js", $"ui/{script}.js"));
        var anna = await Join("Anna", script: PaintedPerson.Anna.Devices);
        var ben = await Join("Ben");
        await ben.StartWatching(anna);
        await ben.SeesColour(200, 30, 30);
        await anna.OpenPlugins();
        await anna.Add(script);
        return (anna, ben);
    }
}

internal static class Changing
{
    /// <summary>Asks for it, reads what it means, and says yes.</summary>
    public static async Task StartChanging(this Person person)
    {
        await person.Press("Change my picture…");
        await person.Press("Change my picture");
    }
}
