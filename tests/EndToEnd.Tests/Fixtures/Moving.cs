using Microsoft.Playwright;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>Whether pictures and sound really arrive, by what is decoded and not by what the page says.</summary>
internal static class Moving
{
    private const string TwoDifferentFrames = """
        async (video) => {
          const pen = new OffscreenCanvas(64, 48).getContext('2d', { willReadFrequently: true });
          const frame = () => new Promise((resolve) => video.requestVideoFrameCallback(resolve));
          const look = () => { pen.drawImage(video, 0, 0, 64, 48); return pen.getImageData(0, 0, 64, 48).data.join(); };
          await frame();
          const first = look();
          do await frame(); while (look() === first);
          return video.getVideoPlaybackQuality().totalVideoFrames;
        }
        """;

    /// <summary>Sums one count of everything that comes in, over all connections (W3C WebRTC Statistics, inbound-rtp).</summary>
    private const string Inbound = """
        const inbound = async (count) => (await Promise.all(window.peers.map((peer) => peer.getStats())))
          .flatMap((report) => [...report.values()])
          .filter((each) => each.type === 'inbound-rtp')
          .reduce((sum, each) => sum + (each[count] ?? 0), 0);
        const grows = async (count, within) => {
          const before = await inbound(count);
          await new Promise((resolve) => setTimeout(resolve, within));
          return await inbound(count) - before > 1e-6;
        };
        """;

    private const string SoundEnergy = """
        async () => {
          const reports = await Promise.all(window.peers.map((peer) => peer.getStats()));
          return reports.flatMap((report) => [...report.values()])
            .filter((each) => each.type === 'inbound-rtp' && each.kind === 'audio' && each.totalAudioEnergy > 0).length;
        }
        """;

    /// <summary>Waits until this person's browser shows two different decoded frames of <paramref name="other"/>.</summary>
    public static Task Sees(this Person person, Person other) => person.SeesMotion(person.VideoOf(other), $"of {other.Name}");

    public static async Task SeesMotion(this Person person, ILocator video, string whose)
    {
        var frames = await Deadline.Within(
            video.EvaluateAsync<int>(TwoDifferentFrames), () => $"{person.Name} saw no moving picture {whose}.");
        Assert.True(frames >= 2);
    }

    /// <summary>Waits until sound that is not silence was decoded from <paramref name="people"/> others.</summary>
    public static async Task Hears(this Person person, int people) =>
        await person.Page.WaitForFunctionAsync($"async () => await ({SoundEnergy})() >= {people}");

    /// <summary>Waits until no picture reaches this person's decoders any more, whatever the page shows.</summary>
    public static async Task GetsNoPicture(this Person person) =>
        await person.Page.WaitForFunctionAsync($$"""async () => { {{Inbound}} return !await grows('framesDecoded', 500); }""");

    /// <summary>Waits until nothing but silence is decoded. The fake microphone beeps every second, so two seconds without are no pause.</summary>
    public static async Task HearsNothing(this Person person) =>
        await person.Page.WaitForFunctionAsync($$"""async () => { {{Inbound}} return !await grows('totalAudioEnergy', 2_000); }""");

    /// <summary>Both see and hear each other.</summary>
    public static async Task Meet(params Person[] people)
    {
        foreach (var person in people)
        {
            foreach (var other in people.Where(other => other != person))
                await person.Sees(other);
            await person.Hears(people.Length - 1);
        }
    }
}
