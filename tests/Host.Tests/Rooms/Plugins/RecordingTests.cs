using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

/// <summary>Who may be recorded, and who knows. The media are the browsers' own affair.</summary>
public sealed class RecordingTests : IAsyncLifetime
{
    private const string Recorder = "org.example.tape";

    private const string Manifest = """
        {
          "manifestVersion": 1, "id": "org.example.tape", "name": "Tape", "version": "1.0.0",
          "engines": { "pluginroom": "^1.0" },
          "publisher": { "name": "Example", "contact": "privacy@example.org", "privacyPolicy": "PRIVACY.md" },
          "ui": [ { "slot": "panel", "title": "Tape", "entry": "ui/index.html" } ],
          "capabilities": [ { "name": "ui.panel" }, { "name": "recording.write", "reason": "Records on your device" } ],
          "dataFlows": [
            { "data": "content.audio", "to": "download", "purpose": "functionality", "retention": "none" },
            { "data": "content.video", "to": "download", "purpose": "functionality", "retention": "none" },
            { "data": "content.screen", "to": "download", "purpose": "functionality", "retention": "none" } ]
        }
        """;

    private readonly PluginRoomFixture _room = new();
    private Browser _ada = null!;
    private Browser _ben = null!;
    private RecordingView _recording = null!;

    public async ValueTask InitializeAsync()
    {
        await _room.InitializeAsync();
        (_ada, _ben) = (await _room.Join("Ada"), await _room.Join("Ben"));
        _room.Write("Tape", ("plugin.json", Manifest), ("PRIVACY.md", "Nothing leaves your device."), ("ui/index.html", "<!doctype html><title>Tape</title>"));
        await PluginRoomFixture.Add(_ada, Recorder, "uiOnly");
        _recording = (await _ada.Call<RecordingView>("StartRecording", new RecordingStart(Recorder))).Value!;
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Everybody_hears_who_records_and_nobody_is_recorded_unasked()
    {
        var heard = await _ben.Hear<RecordingView>(RoomEvents.RecordingChanged);

        Assert.Equal((_recording.Id, "Ada", "Tape"), (heard.Id, heard.StartedBy, heard.PluginName));
        Assert.Empty(_recording.Allowed);
    }

    [Fact]
    public async Task Who_comes_later_hears_of_it_on_entering()
    {
        var cy = await _room.Join("Cy");

        Assert.Equal(_recording.Id, cy.Seat.Recording!.Id);
    }

    [Fact]
    public async Task Only_who_records_learns_who_said_yes()
    {
        await Answer(_ben, true);

        Assert.Equal([_ben.Seat.Self], (await Changed(_ada, view => view.Allowed.Count == 1)).Allowed);
        var cy = await _room.Join("Cy");
        Assert.Empty(cy.Seat.Recording!.Allowed);
    }

    [Fact]
    public async Task A_mind_can_be_changed_while_it_runs()
    {
        await Answer(_ben, true);
        await Changed(_ada, view => view.Allowed.Count == 1);

        await Answer(_ben, false);

        Assert.Empty((await Changed(_ada, view => view.Allowed.Count == 0)).Allowed);
    }

    [Fact]
    public async Task A_yes_counts_for_one_recording_only()
    {
        await Answer(_ben, true);
        await _ada.Call<Done>("StopRecording", new RecordingStop(_recording.Id));
        Assert.Equal("recording.unknown", (await Answer(_ben, true)).Error!.Code);

        var second = await _ada.Call<RecordingView>("StartRecording", new RecordingStart(Recorder));

        Assert.Empty(second.Value!.Allowed);
        var choices = (await _ben.Call<ConsentView>("Decide", new ConsentRequest(Recorder, []))).Value!.Choices;
        Assert.All(choices, choice => Assert.Equal("unset", choice.Choice));
    }

    [Fact]
    public async Task It_ends_for_all_when_its_person_leaves()
    {
        await _ada.Call<Done>("Leave", new { });

        Assert.Equal(_recording.Id, (await _ben.Hear<RecordingEnded>(RoomEvents.RecordingEnded)).Id);
    }

    [Fact]
    public async Task Nobody_else_can_stop_it_and_no_second_one_starts()
    {
        var stopped = await _ben.Call<Done>("StopRecording", new RecordingStop(_recording.Id));
        var second = await _ben.Call<RecordingView>("StartRecording", new RecordingStart(Recorder));

        Assert.Equal(("recording.not-yours", "recording.running"), (stopped.Error!.Code, second.Error!.Code));
    }

    private Task<HubReply<Done>> Answer(Browser person, bool allow) =>
        person.Call<Done>("AnswerRecording", new RecordingAnswer(_recording.Id, allow));

    private static async Task<RecordingView> Changed(Browser person, Func<RecordingView, bool> wanted)
    {
        while (true)
        {
            var view = await person.Hear<RecordingView>(RoomEvents.RecordingChanged);
            if (wanted(view))
                return view;
        }
    }
}
