using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Samples;

/// <summary>How people bring a sample into their room and open it.</summary>
internal static class ScriptPlugins
{
    public static async Task<IFrameLocator> Bring(this Person person, string plugin)
    {
        await person.OpenPlugins();
        await person.Add(plugin);
        await person.Allow(plugin);
        return await Ready(person, plugin);
    }

    /// <summary>Opens it where somebody else brought it in.</summary>
    public static async Task<IFrameLocator> OpenWindow(this Person person, string plugin)
    {
        await person.Press($"Decide for {plugin}");
        await person.Allow(plugin);
        await person.Press($"Open {plugin}");
        return await Ready(person, plugin);
    }

    public static ILocator Button(this IFrameLocator window, string name) =>
        window.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task<IFrameLocator> Ready(Person person, string plugin)
    {
        await person.Card(plugin).GetByText("Running", new() { Exact = true }).WaitForAsync();
        return person.Window(plugin);
    }
}
