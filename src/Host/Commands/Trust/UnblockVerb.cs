using System.CommandLine;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Commands.Trust;

/// <summary><c>pluginroom unblock ID</c>.</summary>
internal sealed class UnblockVerb(SettingOptions options, Func<string, string?> environment)
    : OrderVerb("unblock", "Let a blocked plugin be added to rooms again. It comes back to no room by itself.", options, environment)
{
    protected override async Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var id = commandLine.GetRequiredValue(Plugin);
        var was = Change(commandLine, orders => orders.Blocked.Any(each => each.Id == id)
            ? orders with { Blocked = [.. orders.Blocked.Where(each => each.Id != id)] }
            : null);
        await output.WriteLineAsync(was
            ? $"{id} is not blocked any more by pluginroom block."
            : $"{id} was not blocked by pluginroom block. If the trust policy blocks it, correct that file and start the host anew.");
        return was ? ExitCode.Good : ExitCode.NotGood;
    }
}
