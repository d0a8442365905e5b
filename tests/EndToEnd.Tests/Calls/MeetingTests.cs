using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Calls;

public sealed class MeetingTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task Two_people_see_and_hear_each_other()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");

        await Moving.Meet(anna, ben);
    }

    [Fact]
    public async Task Three_people_see_and_hear_each_other()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        var chloe = await Join("Chloë 🦊");

        await Moving.Meet(anna, ben, chloe);
    }

    [Fact]
    public async Task People_in_another_room_are_not_seen()
    {
        var anna = await Join("Anna");
        var stranger = await Open("Stranger");
        await stranger.Join($"{Room}-next-door");
        var ben = await Join("Ben");
        await anna.Sees(ben);

        Assert.Equal(0, await anna.VideoOf(stranger).CountAsync());
        Assert.Equal(0, await stranger.VideoOf(anna).CountAsync());
    }

    [Fact]
    public async Task A_name_with_markup_is_shown_as_text()
    {
        var anna = await Join("Anna");
        var mallory = await Join("<img src=x onerror=document.title='owned'>");

        await anna.VideoOf(mallory).WaitForAsync();
        Assert.DoesNotContain("owned", await anna.Page.TitleAsync(), StringComparison.Ordinal);
    }
}
