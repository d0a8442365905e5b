using System.Text.Json;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Commands.Validating;

/// <summary>The findings for programs.</summary>
internal static class ValidationJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Task WriteAsync(TextWriter output, IReadOnlyList<FolderFinding> findings) =>
        output.WriteLineAsync(JsonSerializer.Serialize(new Result(findings.All(static finding => finding.IsGood), [.. findings.Select(View)]), Options));

    private static FolderView View(FolderFinding finding) => new(
        finding.Folder,
        finding.IsGood,
        finding.Verdict.Reading?.Id,
        finding.Verdict.Reading?.Name,
        finding.Verdict.Reading?.Version,
        [.. finding.Verdict.Errors.Select(static error => new ErrorView(error.Pointer, error.Message))],
        finding.Warnings,
        [.. (finding.Verdict.Plugin?.Manifest.Capabilities ?? []).Select(View)],
        [.. (finding.Verdict.Plugin?.Manifest.DataFlows ?? []).Select(View)],
        [.. (finding.Verdict.Plugin?.Manifest.Sinks ?? []).Select(View)]);

    private static CapabilityView View(ManifestCapability wanted) =>
        new(wanted.Name.Name, ValidationText.RiskWord(wanted.Name.Risk), wanted.Optional, wanted.Reason);

    private static FlowView View(ManifestFlow flow) =>
        new(flow.Data.Name(), flow.To.ToString(), flow.Purpose.Name(), flow.Retention.ToString(), flow.Optional);

    private static SinkView View(ManifestSink sink) =>
        new(sink.Id, sink.Url, sink.Operator, sink.Country, [.. sink.Methods.Select(static method => method.ToString().ToUpperInvariant())], sink.MaxBytesPerMinute, sink.ErasureUrl);

    private sealed record Result(bool Good, IReadOnlyList<FolderView> Plugins);

    private sealed record FolderView(
        string Folder, bool Good, string? Id, string? Name, string? Version, IReadOnlyList<ErrorView> Errors, IReadOnlyList<string> Warnings,
        IReadOnlyList<CapabilityView> Capabilities, IReadOnlyList<FlowView> Flows, IReadOnlyList<SinkView> Sinks);

    private sealed record ErrorView(string Pointer, string Message);

    private sealed record CapabilityView(string Name, string Risk, bool Optional, string? Reason);

    private sealed record FlowView(string Data, string To, string Purpose, string Retention, bool Optional);

    private sealed record SinkView(
        string Id, string Url, string Operator, string Country, IReadOnlyList<string> Methods, int MaxBytesPerMinute, string? ErasureUrl);
}
