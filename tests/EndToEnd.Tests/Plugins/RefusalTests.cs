using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

public sealed class RefusalTests(Chromium chromium) : HostedTest(chromium)
{
    // Without the people and their comings and goings, which it may show in its window and nowhere else.
    private static readonly (string, string)[] ReadsTheChatOnly =
    [
        ("    { \"name\": \"participants.list\", \"reason\": \"Says who is here\" },\n", ""),
        ("    { \"name\": \"participants.profile.read\", \"reason\": \"Says it by name\" },\n", ""),
        ("    { \"name\": \"presence.subscribe\", \"reason\": \"Says who comes and goes\" },\n", ""),
        ("    { \"data\": \"identity.pseudonym\", \"to\": \"ui\", \"purpose\": \"functionality\", \"retention\": \"none\" },\n", ""),
        ("    { \"data\": \"identity.profile\", \"to\": \"ui\", \"purpose\": \"functionality\", \"retention\": \"none\", \"optional\": true },\n", ""),
        ("    { \"data\": \"behaviour.presence\", \"to\": \"ui\", \"purpose\": \"functionality\", \"retention\": \"none\" },\n", ""),
    ];

    [Fact]
    public async Task A_plugin_gets_nothing_of_whoever_refuses_and_everything_allowed_of_the_others()
    {
        Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await anna.OpenPlugins();
        await anna.Add("Echo");
        await anna.Allow("Echo");
        await ben.Press("Decide for Echo");
        await ben.Refuse("Echo");

        // By input: his window is told that it may not send, and what it tries anyway goes nowhere.
        await ben.Press("Open Echo");
        Assert.Equal("consent.missing", await ben.Order("Echo", "from Ben"));

        // By asking: the plugin's own list of people has one person, who is Anna.
        Assert.Equal("sent", await anna.Order("Echo", "do:people"));
        await anna.Line("Echo", "=").WaitForAsync();
        Assert.DoesNotContain(",", await anna.Line("Echo", "=").InnerTextAsync(), StringComparison.Ordinal);

        // By the ledger: it says the same.
        await ben.ShowLedger("Echo");
        await ben.Ledger("Echo").GetByText("It got from others").WaitForAsync();
        Assert.Equal(0, await ben.Ledger("Echo").GetByText("It got from you").CountAsync());
    }

    [Fact]
    public async Task A_plugin_reads_the_chat_of_whoever_allows_it_and_no_line_of_anybody_else()
    {
        await TakeOwnHost();
        Host.Drop(Prerequisites.TestPlugin("Echo"), changes: ReadsTheChatOnly);
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await anna.OpenPlugins();
        await anna.Add("Echo");
        await anna.Allow("Echo");
        await ben.Press("Decide for Echo");
        await ben.Refuse("Echo");

        // His line goes first and hers after it, so that an echo of his would be there before the echo of hers.
        await ben.Press("Chat");
        await ben.Say("nothing for plugins");
        await anna.Press("Chat");
        await anna.Text("nothing for plugins").WaitForAsync();
        await anna.Say("repeat after me");
        await ben.Text("echo: repeat after me").WaitForAsync();
        await anna.Text("echo: repeat after me").WaitForAsync();

        Assert.Equal(0, await ben.Text("echo: nothing for plugins").CountAsync());
        Assert.DoesNotContain(ben.Watch.SocketFrames, frame => frame.Contains("nothing for plugins", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_plugin_may_only_show_in_its_window_keeps_it_out_of_the_chat()
    {
        // As it is, Echo learns who is there, for its own window only; from then on the chat is closed to it.
        Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Echo");
        await anna.Allow("Echo");
        Assert.Equal("sent", await anna.Order("Echo", "do:people"));
        await anna.Line("Echo", "=").WaitForAsync();

        await anna.Press("Chat");
        await anna.Say("repeat after me");
        await anna.Press("Plugins");
        await anna.ShowLedger("Echo");

        await anna.Ledger("Echo").GetByText("it could have carried data to a place that was not allowed for it").First.WaitForAsync();
        await anna.Press("Chat");
        Assert.Equal(0, await anna.Text("echo: repeat after me").CountAsync());
    }

    [Fact]
    public async Task Whoever_revokes_stops_the_flow_at_once()
    {
        Host.Drop(Prerequisites.TestPlugin("Echo"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Echo");
        await anna.Allow("Echo");
        Assert.Equal("sent", await anna.Order("Echo", "before"));
        await anna.Line("Echo", "before").WaitForAsync();

        await anna.Refuse("Echo");
        Assert.Equal("consent.missing", await anna.Order("Echo", "after"));

        await anna.Allow("Echo");
        Assert.Equal("sent", await anna.Order("Echo", "again"));
        await anna.Line("Echo", "again").WaitForAsync();
        Assert.Equal(0, await anna.Line("Echo", "after").CountAsync());
    }
}
