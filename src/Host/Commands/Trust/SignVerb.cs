using System.CommandLine;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Trust.Records;
using PluginRoom.Host.Trust.Signing;

namespace PluginRoom.Host.Commands.Trust;

/// <summary><c>pluginroom sign DIR --key FILE</c>: writes plugin.sig over all files as they lie there.</summary>
internal sealed class SignVerb : HostVerb
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The plugin's folder, complete: every later change needs a new signature." };

    private readonly Option<string> _key = new("--key") { HelpName = "FILE", Description = "The private key, as pluginroom keygen made it.", Required = true };

    private readonly Option<string?> _passphrase = PassphraseFile.Option("Opens a sealed key with the first line of this file.");

    public SignVerb()
        : base("sign", "Sign a plugin's folder: writes plugin.sig beside its plugin.json.")
    {
        Add(_folder);
        Add(_key);
        Add(_passphrase);
    }

    protected override Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop) => Signing.RunAsync(async () =>
    {
        var folder = commandLine.GetRequiredValue(_folder);
        using var key = PrivateKeyFile.Open(commandLine.GetRequiredValue(_key), PassphraseFile.Read(commandLine.GetValue(_passphrase)));
        var plugin = PluginFolderDigest.Read(folder);
        var signature = PluginSignature.Make(key, plugin.Id, plugin.Version, plugin.Digest);
        Write(Path.Combine(folder, PluginSignature.FileName), signature);
        await output.WriteLineAsync($"{plugin.Id} {plugin.Version} is signed with the key {signature.KeyId}");
        return ExitCode.Good;
    });

    private static void Write(string file, PluginSignature signature)
    {
        try
        {
            AtomicFile.Write(file, StrictDocument.Write(signature), isPublic: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigningException($"{file} cannot be written ({e.Message}).");
        }
    }
}
