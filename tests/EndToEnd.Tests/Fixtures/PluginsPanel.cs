using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>What a person does and reads in the Plugins panel.</summary>
internal static partial class PluginsPanel
{
    public static async Task OpenPlugins(this Person person)
    {
        await person.Press("Plugins");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "Installed on this host" }).WaitForAsync();
    }

    /// <summary>What stands in the panel for one plugin of the room.</summary>
    public static ILocator Card(this Person person, string plugin) =>
        person.Page.GetByRole(AriaRole.Article).Filter(new() { Has = person.Page.GetByRole(AriaRole.Heading, new() { Name = plugin }) });

    /// <summary>Adds it, and puts off what it asks: tests that need an answer give it.</summary>
    public static async Task Add(this Person person, string plugin)
    {
        await person.Press($"Add {plugin} to room");
        await person.Button($"Remove {plugin}").WaitForAsync();
        if (!(await person.Standing(plugin).InnerTextAsync()).StartsWith("Not decided", StringComparison.Ordinal))
            return;
        await person.Sheet(plugin).GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        await person.Sheet(plugin).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    /// <summary>What a person decides about one plugin on.</summary>
    public static ILocator Sheet(this Person person, string plugin) =>
        person.Page.GetByRole(AriaRole.Dialog, new() { Name = $"What {plugin} may know about you" });

    /// <summary>Where this person stands with the plugin, in one line of its card.</summary>
    public static ILocator Standing(this Person person, string plugin) => person.Card(plugin).Locator(".plugin__choices").GetByRole(AriaRole.Status);

    /// <summary>Waits until this person stands there with the plugin.</summary>
    public static Task Standing(this Person person, string plugin, string words) =>
        person.Standing(plugin).Filter(new() { HasText = words }).WaitForAsync();

    /// <summary>Opens the sheet from the plugin's card.</summary>
    public static async Task OpenSheet(this Person person, string plugin)
    {
        await person.Card(plugin).GetByRole(AriaRole.Button, new() { NameRegex = OpensSheet() }).ClickAsync();
        await person.Sheet(plugin).WaitForAsync();
    }

    public static Task Allow(this Person person, string plugin) => person.Answer(plugin, "Allow");

    public static Task Refuse(this Person person, string plugin) => person.Answer(plugin, "Refuse");

    // In the sheet where it is open (somebody pressed "Decide"), else by the plugin's card. One button answers all.
    private static async Task Answer(this Person person, string plugin, string answer)
    {
        var sheet = person.Sheet(plugin);
        var card = person.Card(plugin).GetByRole(AriaRole.Button, new() { NameRegex = OpensSheet() });
        await sheet.Or(card).First.WaitForAsync();
        // As an event: where the sheet is already on its way, it would come between the pointer and the card.
        if (!await sheet.IsVisibleAsync())
            await card.DispatchEventAsync("click");
        await sheet.Locator(".consent__all").GetByRole(AriaRole.Button, new() { NameRegex = new($"^{answer}") }).ClickAsync();
        await sheet.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    /// <summary>Answers one question of the sheet, the first whose sentence holds these words, and is done with the sheet.</summary>
    public static async Task Answer(this Person person, string plugin, string words, string answer)
    {
        await person.OpenSheet(plugin);
        var flow = person.Sheet(plugin).GetByRole(AriaRole.Group).Filter(new() { HasText = words }).First;
        await flow.GetByRole(AriaRole.Button, new() { Name = answer, Exact = true }).ClickAsync();
        await flow.GetByText(answer == "Allow" ? "Allowed" : "Refused", new() { Exact = true }).WaitForAsync();
        await person.Sheet(plugin).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
    }

    [GeneratedRegex("^(Decide|What it may know): ")]
    private static partial Regex OpensSheet();

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

    /// <summary>With everything about one plugin open, once there is something.</summary>
    public static async Task ShowLedger(this Person person, string plugin)
    {
        await person.ShowLedger();
        await person.Ledger(plugin).Locator("> summary").ClickAsync();
        await person.Ledger(plugin).GetByText("One by one").WaitForAsync();
    }

    /// <summary>The part of "who sees what" that is about one plugin.</summary>
    public static ILocator Ledger(this Person person, string plugin) =>
        person.Page.Locator(".ledger__plugin").Filter(new() { Has = person.Page.GetByRole(AriaRole.Heading, new() { Name = plugin, Exact = true }) });
}
