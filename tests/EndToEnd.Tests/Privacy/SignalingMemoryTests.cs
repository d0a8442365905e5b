using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Privacy;

/// <summary>Offers, answers and candidates are gone from the host's memory when the participant has left.</summary>
public sealed partial class SignalingMemoryTests(Chromium chromium) : HostedTest(chromium)
{
    /// <summary>An SDP attribute nobody else writes (RFC 8866, 5.13: unknown attributes are ignored).</summary>
    private const string Marker = "a=x-heron-marker:7d0c5be1f2";

    private const string MarkOwnDescriptions = $$"""
        const native = Object.getPrototypeOf(RTCPeerConnection).prototype;
        const local = Object.getOwnPropertyDescriptor(native, 'localDescription').get;
        Object.defineProperty(native, 'localDescription', { get() {
          const description = local.call(this);
          return description && new RTCSessionDescription({ type: description.type, sdp: description.sdp + '{{Marker}}\r\n' });
        } });
        """;

    private const string KeepDescriptions = """
        const native = Object.getPrototypeOf(RTCPeerConnection).prototype;
        const set = native.setRemoteDescription;
        window.descriptions = [];
        native.setRemoteDescription = function (description) { window.descriptions.push(description.sdp); return set.call(this, description); };
        """;

    [Fact]
    public async Task Nothing_of_a_negotiation_is_in_the_hosts_memory_after_the_participant_left()
    {
        await TakeOwnHost(("DOTNET_STARTUP_HOOKS", typeof(SignalingMemoryTests).Assembly.Location));
        var anna = await Join("Anna", script: KeepDescriptions);
        var ben = await Join("Ben", script: MarkOwnDescriptions);
        await Moving.Meet(anna, ben);
        var marked = await anna.Page.EvaluateAsync<string[]>("() => window.descriptions");
        Assert.Contains(marked, description => description.Contains(Marker, StringComparison.Ordinal));
        var relayed = Relayed(anna).Concat(Relayed(ben)).Distinct().ToArray();
        Assert.NotEmpty(relayed);

        await ben.Press("Leave");
        await anna.VideoOf(ben).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Host.Collect();

        // The room is open, and so its name must be there: the search does find what is kept.
        Assert.NotEqual(0, ProcessMemory.Count(Host.Id, Room));
        Assert.Equal(0, ProcessMemory.Count(Host.Id, Marker));
        Assert.Equal(0, ProcessMemory.Count(Host.Id, relayed));
    }

    /// <summary>The start of each sealed message, as it went over the person's socket: long enough to be nobody else's.</summary>
    private static IEnumerable<string> Relayed(Person person) =>
        person.Watch.SocketFrames.SelectMany(frame => Sealed().Matches(frame)).Select(match => match.Groups[1].Value);

    [GeneratedRegex("\"sealed\":\"([A-Za-z0-9_-]{48})")]
    private static partial Regex Sealed();
}
