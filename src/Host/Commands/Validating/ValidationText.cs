using System.Globalization;
using System.Text;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Commands.Validating;

/// <summary>The findings for people. A manifest's own words are shown without control characters, which a terminal would obey.</summary>
internal static class ValidationText
{
    public static async Task WriteAsync(TextWriter output, IReadOnlyList<FolderFinding> findings)
    {
        foreach (var finding in findings)
            await output.WriteLineAsync(finding.Verdict.Plugin is { } plugin ? Good(finding, plugin.Manifest) : Bad(finding));
        var good = findings.Count(static finding => finding.IsGood);
        if (findings.Count > 1)
            await output.WriteLineAsync($"{good} good, {findings.Count - good} not");
    }

    private static string Bad(FolderFinding finding)
    {
        var errors = finding.Verdict.Errors;
        var text = new StringBuilder($"{Wording.Sentence(finding.Folder)}: {errors.Count} {(errors.Count == 1 ? "error" : "errors")}\n");
        foreach (var error in errors)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {(error.Pointer.Length == 0 ? "(the folder)" : error.Pointer)}\n    {error.Message}");
        return text.ToString();
    }

    private static string Good(FolderFinding finding, PluginManifest manifest)
    {
        var text = new StringBuilder($"{Wording.Sentence(finding.Folder)}: good\n");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {manifest.Name} {manifest.Version} ({manifest.Id}) by {manifest.Publisher.Name}");
        foreach (var risk in manifest.Capabilities.GroupBy(static wanted => wanted.Name.Risk).OrderBy(static group => group.Key))
            text.AppendLine(CultureInfo.InvariantCulture, $"  asks for, {RiskWord(risk.Key) + " risk:",-16}{Wording.List(risk.Select(Word))}");
        foreach (var flow in manifest.DataFlows)
        {
            var optional = !flow.Purpose.IsOnByDefault() ? ", optional, off until a moderator switches it on" : flow.Optional ? ", optional" : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"  {flow.Data.Name(),-22} to {flow.To,-22} {flow.Purpose.Name()}, {FlowWords.Keeping(flow)}{optional}");
        }

        foreach (var sink in manifest.Sinks)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  sink:{sink.Id} is {Wording.Sentence(sink.Operator)}, {sink.Country}: {Wording.List(sink.Methods.Select(static method => method.ToString().ToUpperInvariant()))} {Wording.Sentence(sink.Url)}");
        }

        foreach (var warning in finding.Warnings)
            text.AppendLine(CultureInfo.InvariantCulture, $"  warning: {warning}");
        return text.ToString();
    }

    public static string RiskWord(CapabilityRisk risk) => risk switch
    {
        CapabilityRisk.Low => "low",
        CapabilityRisk.Medium => "medium",
        CapabilityRisk.High => "high",
        _ => "critical",
    };

    private static string Word(ManifestCapability wanted) => wanted.Optional ? $"{wanted.Name} (optional)" : wanted.Name.Name;
}
