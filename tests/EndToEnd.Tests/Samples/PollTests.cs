using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Samples;

public sealed class PollTests(Chromium chromium) : HostedTest(chromium)
{
    private const string Asked = "Choose one. You can change your mind until it is closed.";

    [Fact]
    public async Task What_is_asked_here_is_voted_on_there_and_the_bar_moves_here()
    {
        Host.Drop(Prerequisites.ScriptPlugin("Poll"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        var annas = await anna.Bring("Poll");
        var bens = await ben.OpenWindow("Poll");

        await Ask(annas, "Where do we eat?", "Garden\nHarbour\nAt home");
        await Option(bens, "Garden", "0 · 0 %").WaitForAsync();
        Assert.Equal(0, await BarOf(annas, "Harbour"));

        await Option(bens, "Harbour", "0 · 0 %").ClickAsync();
        await Option(annas, "Harbour", "1 · 100 %").WaitForAsync();
        await annas.GetByText("1 vote", new() { Exact = true }).WaitForAsync();
        await Bar(annas, "Harbour").And(annas.Locator("[style='width: 100%;']")).WaitForAsync();
        Assert.Equal("true", await Option(bens, "✓ Harbour", "1 · 100 %").GetAttributeAsync("aria-pressed"));

        // By keyboard, and then a change of mind.
        await Option(annas, "Garden", "0 · 0 %").PressAsync("Enter");
        await Option(bens, "Garden", "1 · 50 %").WaitForAsync();
        await Option(bens, "Garden", "1 · 50 %").ClickAsync();
        await Option(annas, "✓ Garden", "2 · 100 %").WaitForAsync();
        await Option(annas, "Harbour", "0 · 0 %").WaitForAsync();
    }

    [Fact]
    public async Task A_closed_poll_takes_no_vote_and_whoever_comes_late_sees_the_result_and_may_ask_anew()
    {
        Host.Drop(Prerequisites.ScriptPlugin("Poll"));
        var anna = await Join("Anna");
        var annas = await anna.Bring("Poll");
        await Ask(annas, "Tea or coffee?", "Tea\nCoffee");
        await Option(annas, "Tea", "0 · 0 %").ClickAsync();
        await Option(annas, "✓ Tea", "1 · 100 %").WaitForAsync();

        var ben = await Join("Ben");
        var bens = await ben.OpenWindow("Poll");
        await bens.GetByText(Asked).WaitForAsync();
        await Option(bens, "Tea", "1 · 100 %").WaitForAsync();
        await bens.Button("Close the poll").ClickAsync();

        await annas.GetByText("This poll is closed.").WaitForAsync();
        Assert.True(await Option(annas, "Coffee", "0 · 0 %").IsDisabledAsync());

        await Ask(bens, "Cake?", "Yes\nNo");
        await Option(annas, "Yes", "0 · 0 %").WaitForAsync();
        await annas.GetByText(Asked).WaitForAsync();
        Assert.Equal(0, await annas.GetByText("Tea", new() { Exact = true }).CountAsync());
    }

    [Fact]
    public async Task A_question_with_one_option_is_answered_with_what_is_missing()
    {
        Host.Drop(Prerequisites.ScriptPlugin("Poll"));
        var annas = await (await Join("Anna")).Bring("Poll");

        await Ask(annas, "Tea?", "Tea\n Tea \n");

        await annas.GetByText("Enter at least two different options, one on each line.").WaitForAsync();
        Assert.Equal("Tea?", await annas.GetByLabel("Question").InputValueAsync());
    }

    private static async Task Ask(IFrameLocator window, string question, string options)
    {
        // The page takes the keyboard back from a window that nobody clicked into.
        await window.GetByLabel("Question").ClickAsync();
        await window.GetByLabel("Question").FillAsync(question);
        await window.GetByLabel("Options").FillAsync(options);
        await window.Button("Ask").ClickAsync();
    }

    private static ILocator Option(IFrameLocator window, string option, string numbers) => window.Button($"{option} {numbers}");

    private static ILocator Bar(IFrameLocator window, string option) =>
        window.GetByRole(AriaRole.Listitem).Filter(new() { HasText = option }).Locator(".bar");

    private static Task<double> BarOf(IFrameLocator window, string option) =>
        Bar(window, option).EvaluateAsync<double>("(bar) => bar.getBoundingClientRect().width");
}
