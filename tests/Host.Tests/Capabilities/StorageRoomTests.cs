using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class StorageRoomTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Kept_when_granted_deleted_when_revoked_and_not_kept_when_refused(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["storage.room"], "plugin.input storage.room?"));
        Assert.Equal("a value", await room.Order("storage.room a value"));
        Assert.Equal("a value", await room.Order("storage.room.get"));

        await room.Revoke(room.Ada, "plugin.input storage.room");

        Assert.Equal("nothing", await room.Order("storage.room.get"));
        Assert.Equal("denied storage.room not-consented", await room.Order("storage.room another"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied storage.room not-declared", await room.Order("storage.room a value"));
    }
}
