using System.CommandLine;
using System.CommandLine.Parsing;
using PluginRoom.Host.Commands.Doctor;
using PluginRoom.Host.Commands.Ledgers;
using PluginRoom.Host.Commands.Trust;
using PluginRoom.Host.Commands.Validating;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Commands;

/// <summary>
/// From the arguments to the exit code: without a verb the host runs, with one the verb does its work. Whatever the operator can put
/// right is one line on standard error and exit code 2.
/// </summary>
internal sealed class HostCommandLine
{
    private readonly SettingOptions _options = new();
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    public HostCommandLine(TextWriter output, TextWriter error, Func<string, string?> environment, Func<HostSettings, WebApplication> build)
    {
        (_output, _error) = (output, error);
        _options.Command.SetAction(async (commandLine, stop) =>
        {
            await new HostRun(output, build).RunAsync(new SettingsReader(_options, commandLine, environment).Read(), stop);
            return ExitCode.Good;
        });
        foreach (var verb in Verbs(_options, environment))
            _options.Command.Add(verb);
    }

    // Each verb is added here and nowhere else.
    private static HostVerb[] Verbs(SettingOptions options, Func<string, string?> environment) =>
    [
        new DoctorVerb(options, environment),
        new ValidateVerb(options, environment),
        new VerifyLedgerVerb(),
        new KeygenVerb(),
        new SignVerb(),
        new VerifyVerb(),
        new AcceptVerb(options, environment),
        new BlockVerb(options, environment),
        new UnblockVerb(options, environment),
    ];

    public async Task<int> RunAsync(string[] args, CancellationToken stop = default)
    {
        var commandLine = _options.Parse(args);
        if (commandLine.Errors.Count > 0)
            return Refuse($"{commandLine.Errors[0].Message} See {Help(commandLine)}.");
        if (Misplaced(commandLine) is { } misplaced)
            return Refuse(misplaced);
        try
        {
            // The host ends by itself when it is asked to, and takes the time that it needs.
            return await commandLine.InvokeAsync(
                new InvocationConfiguration { Output = _output, Error = _error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
        }
        catch (Exception e) when (e is StartupException or WrongUseException)
        {
            return Refuse(e.Message);
        }
    }

    // Otherwise an option before the verb would be taken and then mean nothing.
    private static string? Misplaced(ParseResult commandLine) =>
        commandLine.CommandResult.Command is HostVerb verb
        && commandLine.RootCommandResult.Children.OfType<OptionResult>().FirstOrDefault(static result => !result.Implicit) is { } option
            ? $"Write {option.Option.Name} behind the command: pluginroom {verb.Name} {option.Option.Name} ... See {verb.Name} --help."
            : null;

    private static string Help(ParseResult commandLine) => commandLine.CommandResult.Command is HostVerb verb ? $"{verb.Name} --help" : "--help";

    private int Refuse(string message)
    {
        // Messages of the system may have line breaks; one line is what scripts and people can rely on.
        _error.WriteLine(message.ReplaceLineEndings(" "));
        _error.Flush();
        return ExitCode.WrongUse;
    }
}
