using System.CommandLine;
using PluginRoom.Host.Trust.Signing;

namespace PluginRoom.Host.Commands.Trust;

/// <summary><c>pluginroom keygen</c>: a publisher's key pair.</summary>
internal sealed class KeygenVerb : HostVerb
{
    private readonly Option<string> _out = new("--out")
    {
        HelpName = "FILE", Description = "Where the private key goes; the public one gets .pub at its end.", DefaultValueFactory = _ => "publisher-key.pem",
    };

    private readonly Option<string?> _passphrase = PassphraseFile.Option("Seals the private key with the first line of this file.");

    public KeygenVerb()
        : base("keygen", "Make a key pair to sign plugins with. Keep the private key to yourself and a copy of it: hosts know you by it.")
    {
        Add(_out);
        Add(_passphrase);
    }

    protected override Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop) => Signing.RunAsync(async () =>
    {
        var file = commandLine.GetRequiredValue(_out);
        var key = PrivateKeyFile.Create(file, PassphraseFile.Read(commandLine.GetValue(_passphrase)));
        await output.WriteLineAsync($"private key: {file}");
        await output.WriteLineAsync($"public key:  {PrivateKeyFile.PublicOf(file)}");
        await output.WriteLineAsync($"key id:      {key.Id}");
        return ExitCode.Good;
    });
}
