using Xunit;

namespace PluginRoom.Host.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("validte", "validte", ".")]
    [InlineData("DIR", "validate")]
    [InlineData("--jsno", "validate", "--jsno", ".")]
    [InlineData("@list", "validate", "@list")]
    [InlineData("Write --port behind the command", "--port", "1", "validate", ".")]
    public async Task Wrong_use_is_one_line_and_exit_code_2(string words, params string[] args)
    {
        var run = await CommandRun.Of(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(words, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_verb_and_each_verb_explains_itself()
    {
        var help = await CommandRun.Of("--help");
        var verbs = help.Lines.SkipWhile(line => line != "Commands:").Skip(1).Select(line => line.Trim().Split(' ')[0]).ToList();

        Assert.Contains("validate", verbs);
        foreach (var verb in verbs)
        {
            var own = await CommandRun.Of(verb, "--help");
            Assert.Equal((0, ""), (own.ExitCode, own.Error));
            Assert.Contains($"pluginroom {verb}", own.Output, StringComparison.Ordinal);
        }
    }
}
