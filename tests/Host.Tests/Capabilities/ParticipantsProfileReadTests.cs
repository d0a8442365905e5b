using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class ParticipantsProfileReadTests
{
    private static readonly ProbeManifest Names = new(
        ["participants.list", "participants.profile.read"], "identity.pseudonym ui", "identity.profile ui");

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_name_is_told_when_granted_not_when_refused_and_no_more_when_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Names);
        var ben = await room.Join("Ben");
        foreach (var person in new[] { room.Ada, ben })
            await room.Choose(person, "identity.pseudonym", "allow");
        await room.Choose(room.Ada, "identity.profile", "refuse");
        Assert.Equal("somebody,somebody", await room.Order("participants.list"));

        await room.Choose(ben, "identity.profile", "allow");
        Assert.Equal("Ben,somebody", await room.Order("participants.list"));

        await room.Revoke(ben, "identity.profile");
        Assert.Equal("somebody,somebody", await room.Order("participants.list"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied participants.profile.read not-declared", await room.Order("listen:participants.profile.read"));
    }
}
