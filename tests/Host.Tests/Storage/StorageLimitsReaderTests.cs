using PluginRoom.Host.Settings;
using PluginRoom.Host.Storage;
using Xunit;

namespace PluginRoom.Host.Tests.Storage;

public sealed class StorageLimitsReaderTests
{
    [Fact]
    public void What_is_named_changes_and_the_rest_stays()
    {
        var limits = StorageLimitsReader.Read("pluginMb=2, hostMb=16,days=7", "--storage-limits");

        Assert.Equal(
            new StorageLimits() with { Bytes = 2 * 1024 * 1024, FilePages = 16 * 1024 * 1024 / 4096, LongestRetention = TimeSpan.FromDays(7) }, limits);
        Assert.Equal(5, StorageLimitsReader.Read("entries=5", "--storage-limits").Entries);
    }

    [Theory]
    [InlineData("pluginMb", "name=number")]
    [InlineData("pluginMb=0", "from 1 to 1024")]
    [InlineData("pluginMb=1e3", "from 1 to 1024")]
    [InlineData("pluginMb=-1", "from 1 to 1024")]
    [InlineData("hostMb=99999999999", "from 16 to 65536")]
    [InlineData("plugin=1", "pluginMb, entries, hostMb, days")]
    [InlineData("days=1,days=2", "twice")]
    [InlineData("days=1,,", "name=number")]
    public void What_is_no_limit_is_told(string text, string words)
    {
        var wrong = Assert.Throws<StartupException>(() => StorageLimitsReader.Read(text, "--storage-limits"));

        Assert.StartsWith("--storage-limits: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }
}
