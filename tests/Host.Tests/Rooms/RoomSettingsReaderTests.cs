using PluginRoom.Host.Rooms;
using PluginRoom.Host.Settings;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms;

public sealed class RoomSettingsReaderTests
{
    [Fact]
    public void Without_a_setting_no_third_party_is_named_and_a_room_has_eight_seats()
    {
        var settings = RoomSettingsReader.Read(_ => null);

        Assert.Empty(settings.IceServers);
        Assert.Equal(8, settings.MaxParticipants);
    }

    [Fact]
    public void Servers_are_read_as_browsers_take_them()
    {
        var settings = Read("PLUGINROOM_ICE_SERVERS", """[{"urls":["stun:a.example:3478"]},{"urls":["turns:b.example"],"username":"u","credential":"c"}]""");

        Assert.Equal(["stun:a.example:3478"], settings.IceServers[0].Urls);
        Assert.Equal(("u", "c"), (settings.IceServers[1].Username, settings.IceServers[1].Credential));
    }

    [Theory]
    [InlineData("PLUGINROOM_ICE_SERVERS", "stun:a.example")]
    [InlineData("PLUGINROOM_ICE_SERVERS", "[null]")]
    [InlineData("PLUGINROOM_ICE_SERVERS", """[{"urls":[]}]""")]
    [InlineData("PLUGINROOM_ICE_SERVERS", """[{"urls":["http://a.example"]}]""")]
    [InlineData("PLUGINROOM_ICE_SERVERS", """[{"urls":["stun:"]}]""")]
    [InlineData("PLUGINROOM_ICE_SERVERS", """[{"url":"stun:a.example"}]""")]
    [InlineData("PLUGINROOM_ROOM_SIZE", "1")]
    [InlineData("PLUGINROOM_ROOM_SIZE", "many")]
    [InlineData("PLUGINROOM_ROOM_SIZE", "5000")]
    public void A_broken_setting_names_its_variable(string variable, string value)
    {
        var refused = Assert.Throws<StartupException>(() => Read(variable, value));

        Assert.StartsWith(variable, refused.Message, StringComparison.Ordinal);
    }

    private static RoomSettings Read(string variable, string value) => RoomSettingsReader.Read(name => name == variable ? value : null);
}
