using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

/// <summary>How people are asked, answer, and change their minds.</summary>
public sealed class ConsentTests(Chromium chromium) : HostedTest(chromium)
{
    private const string NoStorage = """
        for (const name of ["localStorage", "sessionStorage"])
          Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
        """;

    [Fact]
    public async Task A_person_is_asked_may_leave_it_refuse_it_and_change_their_mind()
    {
        Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Press("Add Echo to room");
        var sheet = anna.Sheet("Echo");
        await sheet.GetByText("Echo reads what you write in the chat and posts it to everyone in the room").WaitForAsync();
        Assert.Equal(0, await sheet.Locator("[aria-pressed=true], input:checked").CountAsync());
        Assert.Equal(["Refuse all", "Allow what it needs", "Not now"], await sheet.Locator(".consent__all > button").AllInnerTextsAsync());

        await anna.Page.Keyboard.PressAsync("Escape");
        await anna.Standing("Echo", "Not decided: it gets nothing from you.");
        Assert.Equal("consent.missing", await anna.Order("Echo", "not yet"));

        await anna.Refuse("Echo");
        await anna.Standing("Echo", "Refused: it gets nothing from you.");
        Assert.Equal("consent.missing", await anna.Order("Echo", "refused"));
        await anna.Button("Leave").WaitForAsync();

        await anna.Allow("Echo");
        await anna.Standing("Echo", "Allowed: what it needs.");
        Assert.Equal("sent", await anna.Order("Echo", "allowed"));

        await anna.Answer("Echo", "what you do in its window and posts it", "Refuse");
        await anna.Standing("Echo", "Allowed in part: 5 of 7.");
        Assert.Equal("consent.missing", await anna.Order("Echo", "taken back"));
    }

    [Fact]
    public async Task Whoever_comes_later_is_asked_once_about_everything_and_sees_nobody_elses_answer()
    {
        Host.Drop(Prerequisites.TestPlugin("Echo"));
        Host.Drop(Prerequisites.ScriptPlugin("Poll"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Echo");
        await anna.Refuse("Echo");
        await anna.Add("Poll");
        await anna.Allow("Poll");

        var ben = await Join("Ben");
        await ben.Page.GetByText("Echo and Poll are in this room. They get nothing from you unless you allow it.").WaitForAsync();
        Assert.Equal(1, await ben.Page.Locator(".notice--plugin").CountAsync());
        await ben.Press("Decide for Echo and Poll");
        await ben.Sheet("Echo").GetByText("1 of 2").WaitForAsync();
        await ben.Sheet("Echo").GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        await ben.Sheet("Poll").GetByText("2 of 2").WaitForAsync();
        await ben.Sheet("Poll").GetByRole(AriaRole.Button, new() { Name = "Refuse", Exact = true }).ClickAsync();

        await ben.Standing("Echo", "Not decided: it gets nothing from you.");
        await ben.Standing("Poll", "Refused: it gets nothing from you.");
        Assert.Equal(0, await ben.Page.Locator(".notice--plugin").CountAsync());
        await anna.Standing("Echo", "Refused: it gets nothing from you.");
        await anna.Standing("Poll", "Allowed: what it needs.");
    }

    [Fact]
    public async Task What_is_for_marketing_is_asked_when_a_moderator_switches_it_on_and_ends_when_it_is_switched_off()
    {
        await TakeOwnHost();
        var last = """{ "data": "content.chat", "to": "room", "purpose": "functionality", "retention": "none" }""";
        HostProcess.EditManifest(Host.Drop(Prerequisites.TestPlugin("Echo")), (last, last + """, { "data": "identity.profile", "to": "room", "purpose": "marketing", "retention": "none", "optional": true }"""));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await anna.OpenPlugins();
        await anna.Press("Add Echo to room");
        await anna.Sheet("Echo").GetByText("Echo also wants to use your name for marketing. That is switched off in this room.").WaitForAsync();
        await anna.Allow("Echo");
        await ben.Press("Decide for Echo");
        await ben.Refuse("Echo");

        await anna.Page.GetByText("Training and marketing: off").ClickAsync();
        var marketing = anna.Page.GetByRole(AriaRole.Switch, new() { Name = "Use for marketing" });
        await marketing.CheckAsync();
        await ben.Page.GetByText("A moderator switched on a further use that Echo would make of your data. You can refuse it.").WaitForAsync();
        await ben.Press("Decide for Echo");
        Assert.Equal(["Not now"], await ben.Sheet("Echo").Locator(".consent__all > button").AllInnerTextsAsync());
        var asked = ben.Sheet("Echo").GetByRole(AriaRole.Group).Filter(new() { HasText = "for marketing" });
        await asked.GetByRole(AriaRole.Button, new() { Name = "Allow", Exact = true }).ClickAsync();
        await asked.GetByText("Allowed", new() { Exact = true }).WaitForAsync();
        await ben.Sheet("Echo").GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await marketing.UncheckAsync();
        await ben.Page.GetByText("Switched off for Echo: use for marketing").WaitForAsync();
        await ben.Standing("Echo", "Refused: it gets nothing from you.");
    }

    [Fact]
    public async Task A_remembered_answer_is_given_in_the_next_room_until_it_is_forgotten()
    {
        Host.Drop(Prerequisites.ScriptPlugin("Poll"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Press("Add Poll to room");
        await anna.Sheet("Poll").GetByLabel("Remember what I answer here, in this browser").CheckAsync();
        await anna.Sheet("Poll").GetByRole(AriaRole.Button, new() { Name = "Refuse", Exact = true }).ClickAsync();
        await anna.Standing("Poll", "Refused: it gets nothing from you.");

        await anna.Join($"{Room}-next");
        await anna.OpenPlugins();
        await anna.Press("Add Poll to room");
        await anna.Page.GetByText("Answered as you asked to be remembered: Poll.").WaitForAsync();
        await anna.Standing("Poll", "Refused: it gets nothing from you.");
        await anna.Press("Settings");
        await anna.Page.GetByText("Refused: Poll takes what you do in its window").WaitForAsync();
        await anna.Press("Forget all");
        await anna.Page.GetByText("None. What you allow or refuse holds for the room").WaitForAsync();
        await anna.Press("Close");

        await anna.Join($"{Room}-last");
        await anna.OpenPlugins();
        await anna.Press("Add Poll to room");
        await anna.Sheet("Poll").WaitForAsync();
    }

    [Fact]
    public async Task In_a_browser_that_keeps_nothing_everything_works_and_nothing_is_remembered()
    {
        Host.Drop(Prerequisites.ScriptPlugin("Poll"));
        var anna = await Join("Anna", script: NoStorage);
        await anna.OpenPlugins();
        await anna.Press("Add Poll to room");
        await anna.Sheet("Poll").GetByLabel("Remember what I answer here, in this browser").CheckAsync();
        await anna.Sheet("Poll").GetByRole(AriaRole.Button, new() { Name = "Allow", Exact = true }).ClickAsync();
        await anna.Page.GetByText("This browser does not keep it, so you will be asked again.").WaitForAsync();
        await anna.Standing("Poll", "Allowed: what it needs.");
    }
}
