using PluginRoom.Sdk.Testing;

namespace PluginRoom.Plugins.Recorder.Tests;

public sealed class RecorderPluginTests : IAsyncLifetime
{
    private readonly FakeRoom _room = FakeRoom.FromManifest(Path.Combine(AppContext.BaseDirectory, "plugin.json"));

    public async ValueTask InitializeAsync() => await _room.StartAsync(new RecorderPlugin());

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Everybody_is_told_when_a_recording_begins_and_that_a_no_counts()
    {
        await _room.StartRecordingAsync("r1");

        var notice = Assert.Single(_room.Notices);
        Assert.Contains("started", notice, StringComparison.Ordinal);
        Assert.Contains("left out", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_is_told_when_it_ends_and_how_long_it_ran()
    {
        await _room.StartRecordingAsync("r1");
        await _room.StopRecordingAsync("r1");

        Assert.Equal("The recording has ended after less than a minute.", _room.Notices[1]);
    }

    [Fact]
    public async Task After_a_restart_the_end_is_told_without_a_length_that_nobody_knows()
    {
        await _room.StopRecordingAsync("begun before the restart");

        Assert.Equal(["The recording has ended."], _room.Notices);
    }

    [Fact]
    public async Task It_reaches_for_nothing_beyond_its_manifest()
    {
        var ana = await _room.JoinAsync("Ana");
        await ana.AllowAsync("content.audio");
        await _room.StartRecordingAsync("r1");
        await _room.StopRecordingAsync("r1");

        Assert.Empty(_room.Denied);
        Assert.Empty(_room.ChatLines);
        Assert.DoesNotContain(_room.Notices, notice => notice.Contains("Ana", StringComparison.Ordinal));
    }
}
