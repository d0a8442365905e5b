using System.Buffers.Text;
using System.Security.Cryptography;
using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

/// <summary>Promise 1: offers, answers and candidates are gone from the host's memory when the people have left.</summary>
public sealed class MemoryTests
{
    [Fact]
    public async Task Nothing_of_a_sealed_message_stays_in_the_memory_of_the_host()
    {
        await using var host = await HostProcess.Start();
        var control = NewMarker();
        await host.Keep(control);
        Assert.NotEqual(0, host.CountInMemory(control));

        // Short ones, and ones that fill several buffers; each repeats its marker, so that a small piece is found as well.
        // They begin alike, so that one search finds any of them.
        var beginning = NewMarker()[..12];
        string[] markers = [.. Enumerable.Range(0, 40).Select(_ => beginning + NewMarker()[..12])];
        await using (var ada = await Browser.Connect(host.Address))
        await using (var ben = await Browser.Connect(host.Address))
        {
            await ada.Join("memory", "Ada");
            await ben.Join("memory", "Ben");
            for (var i = 0; i < markers.Length; i++)
            {
                var content = string.Concat(Enumerable.Repeat(markers[i], i % 4 == 3 ? 1_000 : i % 4 == 2 ? 100 : 2 + i % 3));
                var reply = await ada.Relay(ben, content, "description");
                Assert.Null(reply.Error);
                Assert.Equal(content, (await ben.Hear<Relayed>(RoomEvents.Relayed)).Sealed);
            }

            await ada.Call<Done>("Leave", new { });
            await ben.Call<Done>("Leave", new { });
        }

        await host.Collect();
        Assert.NotEqual(0, host.CountInMemory(control));
        Assert.Equal(0, host.CountInMemory(beginning));
    }

    private static string NewMarker() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
}
