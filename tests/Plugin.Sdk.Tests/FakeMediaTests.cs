using PluginRoom.Sdk;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests;

public sealed class FakeMediaTests
{
    [Theory]
    [InlineData(MediaKind.Audio, "audio")]
    [InlineData(MediaKind.Video, "video")]
    [InlineData(MediaKind.Screen, "screen")]
    public async Task A_stream_is_refused_until_it_is_allowed_and_then_no_host_can_give_it(MediaKind kind, string name)
    {
        await using var room = new FakeRoom($"media.{name}.receive");
        var ana = await room.JoinAsync("Ana");
        var media = room.View.Media;
        var cancellation = TestContext.Current.CancellationToken;

        Assert.Equal("not-consented", (await Assert.ThrowsAsync<CapabilityDeniedException>(() => media.ReceiveAsync(ana.Id, kind, cancellation))).Code);
        await ana.AllowAsync($"content.{name}");
        Assert.Equal("media.no-peer", (await Assert.ThrowsAsync<RoomCallException>(() => media.ReceiveAsync(ana.Id, kind, cancellation))).Code);
        await ana.RefuseAsync($"content.{name}");
        Assert.Equal("not-consented", (await Assert.ThrowsAsync<CapabilityDeniedException>(() => media.ReceiveAsync(ana.Id, kind, cancellation))).Code);
        Assert.Equal("participant.unknown", (await Assert.ThrowsAsync<RoomCallException>(() => media.ReceiveAsync(new("nobody"), kind, cancellation))).Code);
    }

    [Fact]
    public async Task What_is_not_declared_is_refused()
    {
        await using var room = new FakeRoom("media.audio.receive");
        var ana = await room.JoinAsync("Ana");
        var cancellation = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Media.ReceiveAsync(ana.Id, MediaKind.Video, cancellation));
        await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Media.PublishAsync(MediaKind.Audio, cancellation));

        Assert.Equal(["media.video.receive", "media.publish"], room.Denied);
    }

    [Fact]
    public async Task A_stream_of_its_own_passes_the_gate_and_then_no_host_can_send_it()
    {
        await using var room = new FakeRoom("media.publish");

        var error = await Assert.ThrowsAsync<RoomCallException>(() => room.View.Media.PublishAsync(MediaKind.Audio, TestContext.Current.CancellationToken));

        Assert.Equal("media.no-peer", error.Code);
    }
}
