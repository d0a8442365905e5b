using PluginRoom.Host.Rooms;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms;

public sealed class DisplayNameTests
{
    [Theory]
    [InlineData("Ada", "Ada")]
    [InlineData("  Ada Lovelace\t", "Ada Lovelace")]
    [InlineData("Žofie Nováková", "Žofie Nováková")]
    [InlineData("李小龙", "李小龙")]
    [InlineData("علی\u200Cرضا", "علی\u200Cرضا")]
    [InlineData("👩\u200D💻", "👩\u200D💻")]
    [InlineData("7", "7")]
    public void Names_that_people_have_are_taken(string text, string name) => Assert.Equal(name, DisplayName.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Ada\nHost: muted")]
    [InlineData("Ada\0")]
    [InlineData("Ada\u0007")]
    [InlineData("\u202Eada")]
    [InlineData("A\u2066da\u2069")]
    [InlineData("A\u200Bda")]
    [InlineData("A\u200Fda")]
    [InlineData("\u200D\u200C")]
    [InlineData("\u3164")]
    [InlineData("\u2800")]
    [InlineData("\uFEFF")]
    [InlineData("A\u2028B")]
    [InlineData("A\u0301\u0301\u0301\u0301\u0301")]
    [InlineData("\uE000")]
    public void Names_that_hide_break_or_turn_a_line_are_refused(string text) => Assert.Null(DisplayName.Parse(text));

    [Fact]
    public void A_lone_surrogate_is_refused() => Assert.Null(DisplayName.Parse("Ada" + '\ud800'));

    [Fact]
    public void The_longest_name_has_64_characters()
    {
        Assert.NotNull(DisplayName.Parse(new string('a', 64)));
        Assert.Null(DisplayName.Parse(new string('a', 65)));
    }
}
