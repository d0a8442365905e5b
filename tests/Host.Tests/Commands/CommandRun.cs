using PluginRoom.Host.Commands;

namespace PluginRoom.Host.Tests.Commands;

/// <summary>One run of the command line, and what it printed.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandRun> Of(params string[] args) => With([], args);

    public static async Task<CommandRun> With(Dictionary<string, string> environment, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await new HostCommandLine(output, error, environment.GetValueOrDefault, Program.Build).RunAsync(args);
        return new(exit, output.ToString(), error.ToString());
    }
}
