using Microsoft.Playwright;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>What a person does and reads in the Plugins panel.</summary>
internal static class PluginsPanel
{
    public static async Task OpenPlugins(this Person person)
    {
        await person.Press("Plugins");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "Installed on this host" }).WaitForAsync();
    }

    /// <summary>What stands in the panel for one plugin of the room.</summary>
    public static ILocator Card(this Person person, string plugin) =>
        person.Page.GetByRole(AriaRole.Article).Filter(new() { Has = person.Page.GetByRole(AriaRole.Heading, new() { Name = plugin }) });

    public static async Task Add(this Person person, string plugin)
    {
        await person.Press($"Add {plugin} to room");
        await person.Button($"Remove {plugin}").WaitForAsync();
    }

    public static Task Allow(this Person person, string plugin) => person.Answer(plugin, "Allow", "Allowed");

    public static Task Refuse(this Person person, string plugin) => person.Answer(plugin, "Refuse", "Refused");

    // With one flow there is only its own button, with more a button for all.
    private static async Task Answer(this Person person, string plugin, string answer, string state)
    {
        var single = person.Card(plugin).GetByRole(AriaRole.Button, new() { Name = answer, Exact = true });
        await single.First.WaitForAsync();
        await (await single.CountAsync() == 1 ? single : person.Button($"{answer} all for {plugin}")).ClickAsync();
        await person.Card(plugin).GetByText(state, new() { Exact = true }).First.WaitForAsync();
    }

    /// <summary>A window of a plugin, by its title in the manifest.</summary>
    public static IFrameLocator Window(this Person person, string title) =>
        person.Page.FrameLocator($"iframe[title='{title}, plugin']");

    /// <summary>Types into the plugin's server side, from the plugin's own window and by its own interface. Answers the code of a refusal.</summary>
    public static async Task<string> Order(this Person person, string title, string text)
    {
        await person.Card(title).GetByText("Running", new() { Exact = true }).WaitForAsync();
        await person.Window(title).GetByText("ready", new() { Exact = true }).WaitForAsync();
        return await person.Window(title).Locator("body").EvaluateAsync<string>(
            "(body, text) => pluginroom.server.send(new TextEncoder().encode(text)).then(() => 'sent', (error) => error.code)", text);
    }

    /// <summary>A line that the plugin's server side sent to this person's window.</summary>
    public static ILocator Line(this Person person, string title, string text) =>
        person.Window(title).GetByRole(AriaRole.Listitem).Filter(new() { HasText = text }).First;

    public static async Task ShowLedger(this Person person) => await person.Press("Who sees what");

    /// <summary>The part of "who sees what" that is about one plugin.</summary>
    public static ILocator Ledger(this Person person, string plugin) =>
        person.Page.Locator(".ledger__plugin").Filter(new() { Has = person.Page.GetByRole(AriaRole.Heading, new() { Name = plugin, Exact = true }) });
}
