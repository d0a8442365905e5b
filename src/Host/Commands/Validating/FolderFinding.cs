using PluginRoom.Host.Plugins.Catalog;

namespace PluginRoom.Host.Commands.Validating;

/// <summary>What there is to say about one folder.</summary>
/// <param name="Folder">As it was named on the command line.</param>
/// <param name="Warnings">What keeps no host from taking it.</param>
internal sealed record FolderFinding(string Folder, FolderVerdict Verdict, IReadOnlyList<string> Warnings)
{
    public bool IsGood => Verdict.Plugin is not null;
}
