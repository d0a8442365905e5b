using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>The plugin's side; who may be recorded is tried by RecordingTests.</summary>
public sealed class RecordingWriteTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task The_plugin_hears_of_a_recording_when_granted_and_no_choice_in_advance_lets_anybody_be_recorded(string runtime)
    {
        await using var room = await CapabilityRoom.Start(
            runtime, new(["recording.write"], "content.audio download", "content.video download", "content.screen download"));
        await room.Listen("recording.write");

        var recording = await Start(room);

        Assert.Equal(recording.Value!.Id, await room.Heard("recording.write"));
        Assert.Empty(recording.Value.Allowed);
        var ben = await room.Join("Ben");
        Assert.Equal([ben.Seat.Self], await Answer(room, ben, recording.Value, allow: true));
        Assert.Empty(await Answer(room, ben, recording.Value, allow: false));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied recording.write not-declared", await room.Order("listen:recording.write"));
        Assert.Equal("capability.denied", (await Start(room)).Error?.Code);
    }

    private static Task<HubReply<RecordingView>> Start(CapabilityRoom room) =>
        room.Ada.Call<RecordingView>("StartRecording", new RecordingStart(room.Plugin.Id));

    private static async Task<IReadOnlyList<string>> Answer(CapabilityRoom room, Browser person, RecordingView recording, bool allow)
    {
        Assert.Null((await person.Call<Done>("AnswerRecording", new RecordingAnswer(recording.Id, allow))).Error);
        while (true)
        {
            var view = await room.Ada.Hear<RecordingView>(RoomEvents.RecordingChanged);
            if (view.Allowed.Any() == allow)
                return view.Allowed;
        }
    }
}
