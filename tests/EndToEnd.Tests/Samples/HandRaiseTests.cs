using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Samples;

public sealed class HandRaiseTests(Chromium chromium) : HostedTest(chromium)
{
    private const string Plugin = "Raised hands";

    [Fact]
    public async Task A_hand_raised_here_queues_there_and_whoever_is_called_is_named_to_all()
    {
        Host.Drop(Prerequisites.ScriptPlugin("HandRaise"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        var annas = await anna.Bring(Plugin);
        var bens = await ben.OpenWindow(Plugin);

        Assert.True(await anna.Page.Locator(".plugins").EvaluateAsync<bool>("(panel) => panel.scrollWidth <= panel.clientWidth"), "The panel scrolls sideways.");

        await bens.Button("Raise hand").ClickAsync();
        await Waiting(annas, "Ben");
        await annas.GetByText("Anyone can call the next one.").ClickAsync();
        await annas.Button("Raise hand").PressAsync("Enter");
        await Waiting(bens, "Ben (you)", "Anna");
        await annas.GetByText("1 person is before you.").WaitForAsync();

        await annas.Button("Call next").ClickAsync();
        await ben.Text($"{Plugin}: It is Ben’s turn.").WaitForAsync();
        await bens.GetByText("It is your turn.").WaitForAsync();
        await annas.GetByText("It is Ben’s turn.").WaitForAsync();
        await Waiting(annas, "Anna (you)");

        await bens.Button("I am done").ClickAsync();
        await annas.GetByText("It is Ben’s turn.").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task Whoever_comes_late_sees_the_queue_and_whoever_leaves_drops_out_of_it()
    {
        Host.Drop(Prerequisites.ScriptPlugin("HandRaise"));
        var anna = await Join("Anna");
        var annas = await anna.Bring(Plugin);
        await annas.Button("Raise hand").ClickAsync();
        await Waiting(annas, "Anna (you)");

        var ben = await Join("Ben");
        var bens = await ben.OpenWindow(Plugin);
        await Waiting(bens, "Anna");
        await bens.Button("Raise hand").ClickAsync();
        await Waiting(bens, "Anna", "Ben (you)");

        await anna.Press("Leave");
        await Waiting(bens, "Ben (you)");
        await bens.GetByText("You are next.").WaitForAsync();
    }

    [Fact]
    public async Task A_withdrawn_permission_empties_the_queue_since_all_that_was_shown_is_forgotten_and_hands_go_up_anew()
    {
        Host.Drop(Prerequisites.ScriptPlugin("HandRaise"));
        var (anna, ben, chloe) = (await Join("Anna"), await Join("Ben"), await Join("Chloe", await Chromium.WithoutDevices()));
        var annas = await anna.Bring(Plugin);
        var bens = await ben.OpenWindow(Plugin);
        var chloes = await chloe.OpenWindow(Plugin);
        await chloes.Button("Raise hand").ClickAsync();
        await Waiting(annas, "Chloe");
        await bens.Button("Raise hand").ClickAsync();
        await Waiting(annas, "Chloe", "Ben");

        await chloe.Refuse(Plugin);

        await Waiting(annas);
        await Waiting(bens);
        await bens.Button("Raise hand").ClickAsync();
        await Waiting(annas, "Ben");
        await Waiting(chloes, "Ben");
        await chloes.GetByText("You are looking on: your input is not allowed to leave this window.").WaitForAsync();
        Assert.Equal(0, await chloes.Button("Raise hand").CountAsync());
    }

    [Fact]
    public async Task Without_a_name_one_is_a_guest()
    {
        Host.Drop(Prerequisites.ScriptPlugin("HandRaise"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        var annas = await anna.Bring(Plugin);
        var bens = await ben.OpenWindow(Plugin);
        await ben.Answer(Plugin, "your name", "Refuse");

        await bens.Button("Raise hand").ClickAsync();
        await Waiting(annas, "Guest 1");
        await annas.Button("Call next").ClickAsync();
        await anna.Text($"{Plugin}: It is Guest 1’s turn.").WaitForAsync();
    }

    private static Task Waiting(IFrameLocator window, params string[] names) =>
        Assertions.Expect(window.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(names, new() { Timeout = Deadline.Milliseconds });
}
