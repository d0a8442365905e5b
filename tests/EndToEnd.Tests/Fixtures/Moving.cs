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

    private const string Decoding = """
        async () => {
          const decoded = async () => {
            const reports = await Promise.all(window.peers.map((peer) => peer.getStats()));
            return reports.flatMap((report) => [...report.values()]).reduce((sum, each) => sum + (each.framesDecoded ?? 0), 0);
          };
          const before = await decoded();
          await new Promise((resolve) => setTimeout(resolve, 500));
          return await decoded() > before;
        }
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
        await person.Page.WaitForFunctionAsync($"async () => !await ({Decoding})()");

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
