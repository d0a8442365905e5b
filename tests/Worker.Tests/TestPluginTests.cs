using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

public sealed class TestPluginTests
{
    [Theory]
    [InlineData("Echo")]
    [InlineData("Crash")]
    [InlineData("Hang")]
    [InlineData("Greedy")]
    [InlineData("Snoop")]
    [InlineData("Forge")]
    [InlineData("Bomb")]
    public void A_test_plugin_can_be_dropped_into_a_host(string name)
    {
        var folder = Launch.Built("test-plugins/" + name);

        var reading = ManifestReader.Read(File.ReadAllBytes(Path.Combine(folder, "plugin.json")), FolderListing.Read(folder).Items);

        Assert.Empty(reading.Errors);
    }
}
