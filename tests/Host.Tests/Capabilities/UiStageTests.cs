using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class UiStageTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public Task What_is_typed_arrives_when_granted_not_when_refused_and_no_more_when_revoked(string runtime) =>
        FrameInSlot.What_is_typed_arrives_when_granted_not_when_refused_and_no_more_when_revoked(runtime, "stage");
}
