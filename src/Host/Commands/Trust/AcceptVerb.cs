using System.CommandLine;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Trust.Records;

namespace PluginRoom.Host.Commands.Trust;

/// <summary><c>pluginroom accept ID</c>: the operator takes a key or an update that the host holds back by itself.</summary>
internal sealed class AcceptVerb : OrderVerb
{
    private readonly Option<string?> _key = new("--key")
    {
        HelpName = "KEYID", Description = "From now on this key signs the plugin; 'unsigned' where nobody does any more.",
    };

    private readonly Option<bool> _now = new("--now") { Description = "Take the update that waits without waiting any longer." };

    public AcceptVerb(SettingOptions options, Func<string, string?> environment)
        : base("accept", "Accept deliberately what the host does not take by itself: another key of a known plugin, or an update before its time.", options, environment)
    {
        Add(_key);
        Add(_now);
    }

    protected override async Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var (id, key, now) = (commandLine.GetRequiredValue(Plugin), commandLine.GetValue(_key), commandLine.GetValue(_now));
        if (key is null && !now)
            throw new WrongUseException("Say what is accepted: --key KEYID, --now, or both.");
        var content = now ? KnownPlugins.WaitingContentOf(TrustFolder(commandLine), id) : null;
        if (now && content is null)
        {
            await output.WriteLineAsync($"No update of {id} waits on this host.");
            return ExitCode.NotGood;
        }

        Change(commandLine, orders =>
        {
            var before = orders.For(id);
            var accepted = new Acceptance { Id = id, Key = key ?? before?.Key, Content = content ?? before?.Content };
            return orders with { Accepted = [.. orders.Accepted.Where(each => each.Id != id), accepted] };
        });
        if (key is not null)
            await output.WriteLineAsync(key == Acceptance.Unsigned ? $"{id} is accepted unsigned." : $"{id} is accepted with the key {key}.");
        if (content is not null)
            await output.WriteLineAsync($"The update of {id} that waits is accepted now.");
        return ExitCode.Good;
    }
}
