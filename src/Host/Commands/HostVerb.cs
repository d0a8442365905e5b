using System.CommandLine;

namespace PluginRoom.Host.Commands;

/// <summary>
/// One thing to do beside running the host. The derived class adds its arguments and options in its constructor, writes its result to
/// the standard output and everything else to the standard error that it is handed, and returns an <see cref="ExitCode"/>.
/// </summary>
internal abstract class HostVerb : Command
{
    protected HostVerb(string name, string description)
        : base(name, description) => SetAction((commandLine, stop) =>
            RunAsync(commandLine, commandLine.InvocationConfiguration.Output, commandLine.InvocationConfiguration.Error, stop));

    /// <exception cref="WrongUseException">It was given what it cannot work with.</exception>
    protected abstract Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop);
}
