using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>A window that does what a test says, and whether it is there.</summary>
public abstract class BlankWindowTest(Chromium chromium) : HostedTest(chromium)
{
    private protected async Task<Person> Enter()
    {
        Host.Drop(Prerequisites.FramePlugin("Blank"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Blank");
        await anna.Window("Blank").GetByText("ready", new() { Exact = true }).WaitForAsync();
        return anna;
    }

    private protected static async Task Do(Person person, string code) => await person.Window("Blank").Locator("body").EvaluateAsync($"() => {{ {code} }}");

    private protected static Task IsGone(Person person) =>
        person.Page.Locator("iframe[title='Blank, plugin']").WaitForAsync(new() { State = WaitForSelectorState.Detached });

    private protected static async Task Starts(Person person)
    {
        await person.Press("Start Blank again");
        await person.Window("Blank").GetByText("ready", new() { Exact = true }).WaitForAsync();
    }
}
