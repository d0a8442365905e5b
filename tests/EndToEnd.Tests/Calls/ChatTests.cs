using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Calls;

public sealed class ChatTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task Chat_goes_both_ways_and_never_through_the_host()
    {
        // No word of the room that the host suggests when it starts.
        const string Question = "Shall we meet by the aqueduct at seven?";
        const string Answer = "<b>Yes</b> & bring \"crumbs\" 🦢";
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await anna.Press("Chat");
        await ben.Press("Chat");

        await anna.Say(Question);
        await ben.Text(Question).WaitForAsync();
        await ben.Say(Answer);
        await anna.Text(Answer).WaitForAsync();

        Assert.All([anna, ben], person => Assert.DoesNotContain(person.Watch.SocketFrames, Carries("aqueduct")));
        Assert.All([anna, ben], person => Assert.DoesNotContain(person.Watch.SocketFrames, Carries("crumbs")));
        Assert.DoesNotContain("aqueduct", Host.Log.ToString(), StringComparison.Ordinal);
        // The sockets were watched indeed: what opens a seat went over them.
        Assert.Contains(anna.Watch.SocketFrames, frame => frame.Contains(Room, StringComparison.Ordinal));
    }

    private static Predicate<string> Carries(string word) => frame =>
        frame.Contains(word, StringComparison.Ordinal) || frame.Contains(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(word)), StringComparison.Ordinal);
}
