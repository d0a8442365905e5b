namespace PluginRoom.Plugins.Recorder.Tests;

public sealed class SpokenTests
{
    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(59, "less than a minute")]
    [InlineData(60, "1 minute")]
    [InlineData(3_599, "59 minutes")]
    [InlineData(3_600, "1 hour")]
    [InlineData(3_660, "1 hour 1 minute")]
    [InlineData(90_000, "25 hours")]
    [InlineData(-5, "less than a minute")]
    public void A_length_is_said_in_whole_minutes(int seconds, string expected) =>
        Assert.Equal(expected, Spoken.Duration(TimeSpan.FromSeconds(seconds)));
}
