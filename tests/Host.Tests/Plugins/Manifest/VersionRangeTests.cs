using PluginRoom.Host.Plugins.Manifest.Versions;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData("1.0.0", "1.0.0", true)]
    [InlineData("=1.0.0", "1.0.1", false)]
    [InlineData("1", "1.9.9", true)]
    [InlineData("1.x", "2.0.0", false)]
    [InlineData("*", "0.0.1", true)]
    [InlineData("1.0.X", "1.0.7", true)]
    [InlineData("^1.0", "1.99.0", true)]
    [InlineData("^1.2", "1.1.9", false)]
    [InlineData("^1.2.3", "2.0.0", false)]
    [InlineData("^1.2.3", "2.0.0-beta", false)]
    [InlineData("^0.2.3", "0.2.9", true)]
    [InlineData("^0.2.3", "0.3.0", false)]
    [InlineData("^0.0.3", "0.0.4", false)]
    [InlineData("^0.0", "0.0.9", true)]
    [InlineData("^0.0", "0.1.0", false)]
    [InlineData("~1.2.3", "1.2.9", true)]
    [InlineData("~1.2.3", "1.3.0", false)]
    [InlineData("~1", "1.9.0", true)]
    [InlineData(">=1.0", "3.0.0", true)]
    [InlineData(">= 1.0 < 2", "1.5.0", true)]
    [InlineData(">=1.0 <2", "2.0.0", false)]
    [InlineData(">1.0.0", "1.0.0", false)]
    [InlineData(">1", "1.5.0", false)]
    [InlineData("<=1.0.0", "1.0.0", true)]
    [InlineData("<=1", "1.9.0", true)]
    [InlineData("<1.0.0", "1.0.0", false)]
    [InlineData("0.9 - 1.0", "1.0.5", true)]
    [InlineData("0.9 - 1.0.0", "1.0.1", false)]
    [InlineData("^2 || ^1", "1.0.0", true)]
    [InlineData("^2 || ^3", "1.0.0", false)]
    public void Ranges_read_as_in_npm(string range, string version, bool included) =>
        Assert.Equal(included, VersionRange.Parse(range)!.Includes(SemanticVersion.Parse(version)!.Value));

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("1.2.3.4")]
    [InlineData("^")]
    [InlineData("^1 ||")]
    [InlineData("1.x.3")]
    [InlineData(">=>1")]
    [InlineData("^1.-2")]
    [InlineData("99999999999")]
    [InlineData("v1")]
    public void Anything_else_is_no_range(string text) => Assert.Null(VersionRange.Parse(text));

    [Fact]
    public void Prereleases_come_before_their_release_in_the_order_of_Semantic_Versioning()
    {
        // Section 11 of the specification gives this order.
        string[] ordered = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0"];

        Assert.Equal(ordered, ordered.Reverse().OrderBy(text => SemanticVersion.Parse(text)!.Value));
    }
}
