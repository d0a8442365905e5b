using System.CommandLine;
using System.Text.RegularExpressions;
using PluginRoom.Host.Trust.Signing;

namespace PluginRoom.Host.Commands.Trust;

/// <summary><c>pluginroom verify DIR [--key PUB]</c>: whether a plugin's folder is as it was signed, and by whom.</summary>
internal sealed partial class VerifyVerb : HostVerb
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The plugin's folder." };

    private readonly Option<string?> _key = new("--key") { HelpName = "PUB", Description = "Whose signature it has to be: a public key's file, or a key id." };

    public VerifyVerb()
        : base("verify", "Check the signature of a plugin's folder.")
    {
        Add(_folder);
        Add(_key);
    }

    protected override Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop) => Signing.RunAsync(async () =>
    {
        var folder = commandLine.GetRequiredValue(_folder);
        var wanted = commandLine.GetValue(_key) is { } named ? IdOf(named) : null;
        var plugin = PluginFolderDigest.Read(folder);
        if (plugin.Signature is null)
            return await Bad(output, [$"{plugin.Id} {plugin.Version} is unsigned: there is no plugin.sig in the folder."]);
        if (SignatureCheck.Read(plugin.Signature, plugin.Id, plugin.Version, plugin.Digest, out var errors) is not { } key)
            return await Bad(output, errors.Select(problem => problem.Message));
        if (wanted is not null && wanted != key.Id)
            return await Bad(output, [$"{plugin.Id} {plugin.Version} is as it was signed, but with another key: {key.Id}, not {wanted}"]);
        await output.WriteLineAsync($"{plugin.Id} {plugin.Version} is as it was signed with the key {key.Id}");
        return ExitCode.Good;
    });

    private static async Task<int> Bad(TextWriter output, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            await output.WriteLineAsync(line);
        return ExitCode.NotGood;
    }

    private static string IdOf(string named)
    {
        if (KeyId().IsMatch(named))
            return named;
        try
        {
            return PublisherKey.ParsePem(File.ReadAllText(named))?.Id
                ?? throw new SigningException($"{named} holds no public key that pluginroom keygen could have made. A private key is not needed here.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SigningException($"{named} is neither a key id (64 hex digits) nor a file that can be read ({e.Message}).");
        }
    }

    [GeneratedRegex(PluginSignature.KeyIdPattern)]
    private static partial Regex KeyId();
}
