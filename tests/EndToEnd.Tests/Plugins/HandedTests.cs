using System.Text;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

/// <summary>What a person hands to a plugin by a yes of their own: a line, files, their card.</summary>
public sealed class HandedTests(Chromium chromium) : HostedTest(chromium)
{
    private const string Plugin = "Handed";

    [Fact]
    public async Task A_line_is_sent_in_a_persons_name_only_when_they_say_so_and_says_who_wrote_it()
    {
        var (anna, ben) = await Meet();
        await anna.Press("Chat");
        await ben.Press("Chat");

        await InFrame(anna, "Propose");
        var question = Question(anna, "Send this in your name?");
        await question.GetByText("turns direction").WaitForAsync();
        await question.GetByText("zero-width space").WaitForAsync();
        await anna.Picture("question-send");
        await anna.Page.SetViewportSizeAsync(390, 844);
        await anna.Picture("question-send-phone");
        await anna.Page.SetViewportSizeAsync(1440, 900);
        await anna.Page.Keyboard.PressAsync("Escape");
        await ben.Text("not sent: question.declined").WaitForAsync();
        Assert.Equal(0, await ben.Text("I agree to everything").CountAsync());

        await InFrame(anna, "Propose");
        await question.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        await ben.Text("I agree to everything").WaitForAsync();
        await ben.Page.GetByText("via Handed").WaitForAsync();
        await ben.Picture("line-via");
    }

    [Fact]
    public async Task Files_reach_the_server_side_or_the_window_only_as_they_were_chosen()
    {
        var (anna, _) = await Meet();
        await anna.Press("Chat");

        await InFrame(anna, "Ask for files");
        var question = Question(anna, "Hand over a file?");
        await question.Locator("input[type=file]").SetInputFilesAsync([File("notes.txt", 300_000), File("virus.exe", 3)]);
        await question.GetByText("virus.exe is none of what it can use: plain text or tables.").WaitForAsync();
        await anna.Picture("question-file-wrong");
        await question.Locator("input[type=file]").SetInputFilesAsync([File("notes.txt", 300_000), File("sums.csv", 12)]);
        await anna.Picture("question-file");
        await anna.Page.SetViewportSizeAsync(390, 844);
        await anna.Picture("question-file-phone");
        await anna.Page.SetViewportSizeAsync(1440, 900);
        await question.GetByRole(AriaRole.Button, new() { Name = "Hand over", Exact = true }).ClickAsync();
        await anna.Text("got notes.txt of 300000, got sums.csv of 12").WaitForAsync();

        await InFrame(anna, "Ask here");
        await question.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "here.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("hello frame") });
        await question.GetByRole(AriaRole.Button, new() { Name = "Hand over", Exact = true }).ClickAsync();
        await anna.Text("frame has here.txt: hello frame").WaitForAsync();
    }

    [Fact]
    public async Task A_card_is_seen_as_far_as_it_is_ticked_and_gone_when_it_is_withdrawn()
    {
        var (anna, ben) = await Meet();
        await ben.Press("Chat");
        await anna.Press("Your card");
        var form = Question(anna, "Your card");
        await form.GetByLabel("Role", new() { Exact = true }).FillAsync("Chair");
        await form.GetByLabel("Link", new() { Exact = true }).FillAsync("example.org/anna");
        await form.GetByLabel("About you", new() { Exact = true }).FillAsync("not for everybody");
        await form.GetByLabel("Show role to the people here").CheckAsync();
        await form.GetByLabel("Show link to the people here").CheckAsync();
        await anna.Picture("card-form");
        await anna.Page.SetViewportSizeAsync(390, 844);
        await anna.Picture("card-form-phone");
        await anna.Page.SetViewportSizeAsync(1440, 900);
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await ben.Press("Card of Anna");
        var card = Question(ben, "Card of Anna");
        await card.GetByText("Chair").WaitForAsync();
        await ben.Picture("card");
        Assert.Equal("https://example.org/anna", await card.GetByRole(AriaRole.Link).GetAttributeAsync("href"));
        Assert.Contains("noopener", await card.GetByRole(AriaRole.Link).GetAttributeAsync("rel"), StringComparison.Ordinal);
        Assert.Equal(0, await card.GetByText("not for everybody").CountAsync());
        await ben.Text("card Chair").WaitForAsync();

        await anna.Press("Your card");
        await form.GetByLabel("Show role to the people here").UncheckAsync();
        await form.GetByLabel("Show link to the people here").UncheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await card.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await ben.Button("Card of Anna").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await ben.Text("card withdrawn").WaitForAsync();
        Assert.DoesNotContain(anna.Watch.SocketFrames, frame => frame.Contains("not for everybody", StringComparison.Ordinal));
    }

    private async Task<(Person Anna, Person Ben)> Meet()
    {
        Host.Drop(Path.Combine(Prerequisites.Root, "tests/TestPlugins", Plugin));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await anna.OpenPlugins();
        await anna.Add(Plugin);
        await anna.Allow(Plugin);
        // A window that is not to be seen does not load.
        await anna.Page.FrameLocator("iframe").GetByRole(AriaRole.Button, new() { Name = "Propose" }).WaitForAsync();
        return (anna, ben);
    }

    private static ILocator Question(Person person, string title) => person.Page.GetByRole(AriaRole.Dialog, new() { Name = title });

    // As an event: the panel may show something else in its place.
    private static Task InFrame(Person person, string button) =>
        person.Page.FrameLocator("iframe").GetByRole(AriaRole.Button, new() { Name = button, IncludeHidden = true }).DispatchEventAsync("click");

    private static FilePayload File(string name, int size) => new() { Name = name, MimeType = "", Buffer = new byte[size] };
}
