using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

public sealed class FocusTests(Chromium chromium) : HostedTest(chromium)
{
    // Again and again, by each way that there is.
    private const string Steal = """
        () => {
          const field = document.getElementById('field');
          const take = () => { window.focus(); field.focus(); };
          window.taking = setInterval(take, 50);
          take();
        }
        """;

    [Fact]
    public async Task A_window_that_keeps_taking_the_focus_from_somebody_who_types_is_removed_after_a_letter_or_two()
    {
        Host.Drop(Prerequisites.FramePlugin("Blank"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Blank");
        var window = anna.Window("Blank");
        await window.GetByText("ready", new() { Exact = true }).WaitForAsync();
        await anna.Press("Chat");
        await anna.MessageBox.ClickAsync();
        await window.Locator("body").EvaluateAsync(Steal);

        const string Secret = "the password is swordfish, told to nobody but the people in this chat";
        await anna.MessageBox.PressSequentiallyAsync(Secret, new() { Delay = 30 });

        await anna.Text("It was removed, because it kept taking the keyboard away from what you were doing.").WaitForAsync();
        var kept = await anna.MessageBox.InputValueAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{Secret.Length - kept.Length} of {Secret.Length} letters were lost");
        Assert.InRange(kept.Length, Secret.Length - 2, Secret.Length);
    }

    [Fact]
    public async Task A_click_into_the_window_is_enough_to_type_there()
    {
        Host.Drop(Prerequisites.FramePlugin("Blank"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Blank");
        var window = anna.Window("Blank");
        await anna.Press("Chat");
        await anna.MessageBox.PressSequentiallyAsync("for all");
        await window.Locator("#field").ClickAsync();
        await anna.Page.Keyboard.TypeAsync("meant for the plugin");

        Assert.Equal("meant for the plugin", await window.Locator("#field").InputValueAsync());
        Assert.Equal("for all", await anna.MessageBox.InputValueAsync());
    }

    [Fact]
    public async Task A_window_that_takes_the_focus_while_nobody_types_has_to_give_it_back()
    {
        Host.Drop(Prerequisites.FramePlugin("Blank"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Blank");
        var window = anna.Window("Blank");
        await window.GetByText("ready", new() { Exact = true }).WaitForAsync();
        await anna.Press("Chat");
        await anna.MessageBox.ClickAsync();
        // Longer ago than what counts as typing.
        await anna.Page.WaitForFunctionAsync("(start = performance.now()) => performance.now() - (window.start ??= start) > 1000");

        await window.Locator("body").EvaluateAsync("() => { window.focus(); document.getElementById('field').focus(); }");
        await anna.Page.WaitForFunctionAsync("() => document.hasFocus() && document.activeElement?.tagName === 'TEXTAREA'");
        await anna.Page.Keyboard.TypeAsync("hello");

        Assert.Equal("", await window.Locator("#field").InputValueAsync());
        Assert.Equal("hello", await anna.MessageBox.InputValueAsync());
    }
}
