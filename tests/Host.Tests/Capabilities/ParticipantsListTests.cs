using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class ParticipantsListTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Whoever_granted_it_is_listed_whoever_refused_is_not_and_who_revoked_is_gone(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["participants.list"], "identity.pseudonym ui"));
        var ben = await room.Join("Ben");
        Assert.Equal("", await room.Order("participants.list"));

        await room.Choose(ben, "identity.pseudonym", "allow");
        await room.Choose(room.Ada, "identity.pseudonym", "refuse");
        Assert.Equal("somebody", await room.Order("participants.list"));

        await room.Revoke(ben, "identity.pseudonym");
        Assert.Equal("", await room.Order("participants.list"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied participants.list not-declared", await room.Order("participants.list"));
    }
}
