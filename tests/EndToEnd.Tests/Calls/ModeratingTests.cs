using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Calls;

public sealed class ModeratingTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task A_moderator_mutes_somebody_who_can_unmute_and_names_another_moderator()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await ben.Tile(anna).GetByText("Moderator").WaitForAsync();
        Assert.Equal(0, await ben.Button("Moderate Anna").CountAsync());

        await Moderate(anna, ben, "Mute");
        await ben.Text("Anna muted you. You can unmute yourself.").WaitForAsync();
        await anna.Tile(ben).GetByText("Muted:").WaitForAsync();
        await ben.Press("Unmute");
        await anna.Tile(ben).GetByText("Muted:").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await Moderate(anna, ben, "Make moderator");
        await ben.Text("You are a moderator of this room now.").WaitForAsync();
        await ben.Button("Moderate Anna").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    [Fact]
    public async Task Whoever_is_removed_reads_by_whom_and_is_seen_and_heard_no_more()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);

        await Moderate(anna, ben, "Remove…");
        await anna.Press("Remove");

        await ben.Page.GetByText("Anna, who moderates it, removed you from the room.").WaitForAsync();
        Assert.Equal(0, await ben.Button("Back to the room").CountAsync());
        await anna.VideoOf(ben).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task When_the_moderator_leaves_somebody_else_becomes_one()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await ben.Sees(anna);

        await anna.Press("Leave");

        await ben.Text("You are a moderator of this room now.").WaitForAsync();
        await ben.Tile(ben).GetByText("Moderator").WaitForAsync();
    }

    private static async Task Moderate(Person by, Person whom, string action)
    {
        await by.Tile(whom).HoverAsync();
        await by.Press($"Moderate {whom.Name}");
        // Behind the dialogue is a button to mute oneself.
        await by.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
    }
}
