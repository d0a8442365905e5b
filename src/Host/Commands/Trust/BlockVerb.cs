using System.CommandLine;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Trust.Policy;

namespace PluginRoom.Host.Commands.Trust;

/// <summary><c>pluginroom block ID</c>: ends a plugin in every room at once, and keeps it out.</summary>
internal sealed class BlockVerb : OrderVerb
{
    private readonly Option<string?> _reason = new("--reason") { HelpName = "TEXT", Description = "Why, in words that people in the rooms see." };

    public BlockVerb(SettingOptions options, Func<string, string?> environment)
        : base("block", "End a plugin in every room at once and keep it out, whichever version lies here, until it is unblocked.", options, environment) => Add(_reason);

    protected override async Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var block = new PluginBlock { Id = commandLine.GetRequiredValue(Plugin), Reason = commandLine.GetValue(_reason) };
        Change(commandLine, orders => orders with { Blocked = [.. orders.Blocked.Where(each => each.Id != block.Id), block] });
        await output.WriteLineAsync($"{block.Id} is blocked. A host that runs ends it now; pluginroom unblock {block.Id} takes this back.");
        return ExitCode.Good;
    }
}
