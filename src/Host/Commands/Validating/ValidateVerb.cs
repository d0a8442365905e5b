using System.CommandLine;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Limits;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Trust;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Workers;

namespace PluginRoom.Host.Commands.Validating;

/// <summary><c>pluginroom validate DIR...</c>: the host's own judgement of plugin folders, without a host that runs.</summary>
internal sealed class ValidateVerb : HostVerb
{
    private readonly Argument<string[]> _folders = new("DIR")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "A plugin's folder, the one with its plugin.json.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "The result as JSON." };
    private readonly SettingOptions _options;
    private readonly Func<string, string?> _environment;

    public ValidateVerb(SettingOptions options, Func<string, string?> environment)
        : base("validate", "Judge plugin folders as the host would: every error at once, and what the plugin asks people for.")
    {
        (_options, _environment) = (options, environment);
        Add(_folders);
        Add(_json);
        Add(options.PluginLimits);
    }

    protected override async Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var ceiling = new SettingsReader(_options, commandLine, _environment).ReadPluginLimits();
        string[] folders = [.. commandLine.GetRequiredValue(_folders).Distinct(StringComparer.Ordinal)];
        foreach (var folder in folders)
            CheckIsPlugin(folder);

        var findings = Judge(folders, ceiling);
        await (commandLine.GetValue(_json) ? ValidationJson.WriteAsync(output, findings) : ValidationText.WriteAsync(output, findings));
        return findings.All(static finding => finding.IsGood) ? ExitCode.Good : ExitCode.NotGood;
    }

    private static List<FolderFinding> Judge(string[] folders, LimitCeiling ceiling)
    {
        var copies = Directory.CreateTempSubdirectory("pluginroom-validate-");
        try
        {
            var owners = new Dictionary<string, string>(StringComparer.Ordinal);
            // What this machine lacks says nothing about the plugin, so it becomes a warning.
            // Whose signature a host demands is that host's matter; one that is there has to be good.
            var trust = new PluginTrust(TrustPolicy.ForLoopback, BundledPlugins.None, Path.Combine(copies.FullName, PluginCatalog.TrustFolder), TimeProvider.System);
            var judge = new FolderJudge(new SnapshotStore(copies.FullName), owners.GetValueOrDefault, static _ => null, ceiling, trust);
            var findings = new List<FolderFinding>();
            foreach (var folder in folders)
            {
                var verdict = Judge(judge, Path.GetFullPath(folder));
                if (verdict.Plugin is { } plugin)
                    owners.TryAdd(plugin.Manifest.Id, folder);
                findings.Add(new(folder, verdict, verdict.Plugin is { } good ? [.. ValidationWarnings.Of(good.Manifest, RuntimeReadiness.Missing)] : []));
            }

            return findings;
        }
        finally
        {
            copies.Delete(recursive: true);
        }
    }

    private static FolderVerdict Judge(FolderJudge judge, string folder)
    {
        try
        {
            return judge.Judge(folder, FolderListing.Read(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FolderVerdict.Broken($"The folder cannot be read: {Wording.Sentence(e.Message)}");
        }
    }

    private static void CheckIsPlugin(string folder)
    {
        if (folder.Length == 0 || folder.Contains('\0') || !Directory.Exists(folder))
        {
            throw new WrongUseException(
                $"{Wording.Quote(folder)} is no folder{(Path.GetFileName(folder) == ManifestReader.FileName ? ": name the one that holds plugin.json" : "")}.");
        }

        if (File.Exists(Path.Combine(folder, ManifestReader.FileName)))
            return;
        var below = PluginsBelow(folder);
        if (below.Length > 0)
            throw new WrongUseException($"{Wording.Quote(folder)} holds {below.Length} plugins and is none itself. Name each: pluginroom validate {folder.TrimEnd('/')}/*");
    }

    private static string[] PluginsBelow(string folder)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(folder).Where(static below => File.Exists(Path.Combine(below, ManifestReader.FileName)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{Wording.Quote(folder)} cannot be read: {Wording.Sentence(e.Message)}", e);
        }
    }
}
