using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class StorageUserTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Kept_for_a_person_when_granted_deleted_when_revoked_and_not_kept_when_refused(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["storage.user"], "plugin.input storage.user?"));
        var ada = await Pseudonym(room);
        Assert.Equal($"{ada} likes red", await room.Order($"storage.user {ada} likes red"));
        Assert.Equal($"{ada} likes red", await room.Order($"storage.user.get {ada}"));
        Assert.Equal("failed participant.unknown", await room.Order("storage.user stranger likes red"));

        await room.Revoke(room.Ada, "plugin.input storage.user");

        Assert.Equal("nothing", await room.Order($"storage.user.get {ada}"));
        Assert.Equal("denied storage.user not-consented", await room.Order($"storage.user {ada} likes blue"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied storage.user not-declared", await room.Order($"storage.user {await Pseudonym(room)} likes red"));
    }

    private static async Task<string> Pseudonym(CapabilityRoom room) => (await room.Ada.Hear<PluginPeople>(RoomEvents.PluginPeople)).Self;
}
