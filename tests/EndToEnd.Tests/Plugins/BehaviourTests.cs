using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

/// <summary>From what a person does in the page to a plugin and back.</summary>
public sealed class BehaviourTests(Chromium chromium) : HostedTest(chromium)
{
    private const string Plugin = "Behaviour";

    /// <summary>Somebody who never stops: a tone in the place of the fake microphone's beeps, which are shorter than a word.</summary>
    private const string Talking = """
        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wanted) => {
          const stream = await ask(wanted);
          if (!stream.getAudioTracks().length) return stream;
          const context = new AudioContext();
          const tone = new OscillatorNode(context, { frequency: 220 });
          const out = new MediaStreamAudioDestinationNode(context);
          tone.connect(out);
          tone.start();
          return new MediaStream([...stream.getVideoTracks(), ...out.stream.getAudioTracks()]);
        };
        """;

    [Fact]
    public async Task A_plugin_learns_of_reactions_and_speaking_of_whoever_allows_it_and_nothing_of_the_others()
    {
        Host.Drop(Path.Combine(Prerequisites.Root, "tests/TestPlugins", Plugin));
        var anna = await Join("Anna", script: Talking);
        var ben = await Join("Ben", script: Talking);
        await ben.Sees(anna);
        await anna.OpenPlugins();
        await anna.Add(Plugin);
        await ben.Press($"Decide for {Plugin}");
        await ben.Refuse(Plugin);
        await anna.Allow(Plugin);

        await anna.Press("Chat");
        await anna.Text("somebody speaks").WaitForAsync();
        await anna.Press("Mute");
        await anna.Text("somebody is silent").WaitForAsync();
        await React(ben, "Laugh");
        await React(anna, "Heart");
        await anna.Text("reaction heart").WaitForAsync();

        Assert.Equal(0, await anna.Text("reaction laugh").CountAsync());
        Assert.DoesNotContain(ben.Watch.SocketFrames, frame => frame.Contains("DeliverReaction", StringComparison.Ordinal) || frame.Contains("DeliverSpeaking", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plugin_has_somebody_muted_only_when_the_moderator_agrees()
    {
        Host.Drop(Path.Combine(Prerequisites.Root, "tests/TestPlugins", Plugin));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await ben.OpenPlugins();
        await ben.Add(Plugin);
        await ben.Allow(Plugin);
        await ben.Press("Chat");

        await React(ben, "Thumbs up");
        await Answer(anna, "Mute Ben?", "Do not mute");
        await ben.Text("not muted: question.declined").WaitForAsync();
        await React(ben, "Thumbs up");
        await Answer(anna, "Mute Ben?", "Mute");

        await ben.Page.GetByText("Anna muted you, as the plugin Behaviour had asked: “Too loud”.").WaitForAsync();
        await anna.Tile(ben).GetByText("Muted:").WaitForAsync();
        await ben.Text("muted").WaitForAsync();
    }

    private static async Task React(Person person, string sign)
    {
        if (await person.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Reactions" }).CountAsync() == 0)
            await person.Press("React");
        await person.Press(sign);
    }

    private static Task Answer(Person moderator, string title, string answer) =>
        moderator.Page.GetByRole(AriaRole.Dialog, new() { Name = title }).GetByRole(AriaRole.Button, new() { Name = answer, Exact = true }).ClickAsync();
}
