using System.Text.Json;
using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary>All findings, for people or for programs.</summary>
internal static class DoctorReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteTextAsync(TextWriter output, IReadOnlyList<Finding> findings)
    {
        var width = findings.Max(static finding => Math.Min(finding.Name.Length, 32));
        foreach (var part in findings.GroupBy(static finding => finding.Part))
        {
            await output.WriteLineAsync(part.Key);
            foreach (var finding in part)
            {
                await output.WriteLineAsync($"  {Mark(finding.Status)}  {Wording.Sentence(finding.Name).PadRight(width)}  {Wording.Sentence(finding.Words)}");
                if (finding.Remedy is { } remedy)
                    await output.WriteLineAsync($"      {new string(' ', width)}  -> {Wording.Sentence(remedy)}");
            }
        }

        await output.WriteLineAsync(Sum(findings));
    }

    public static Task WriteJsonAsync(TextWriter output, IReadOnlyList<Finding> findings) => output.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            Good = IsGood(findings),
            Findings = findings.Select(static finding => new { finding.Part, finding.Name, Status = Word(finding.Status), finding.Words, finding.Remedy }),
        },
        Options));

    public static bool IsGood(IReadOnlyList<Finding> findings) => findings.All(static finding => finding.Status != FindingStatus.Problem);

    private static string Sum(IReadOnlyList<Finding> findings)
    {
        var (problems, warnings) = (findings.Count(static finding => finding.Status == FindingStatus.Problem), findings.Count(static finding => finding.Status == FindingStatus.Warning));
        return $"{Count(problems, "problem")}, {Count(warnings, "warning")}";
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static string Mark(FindingStatus status) => status switch
    {
        FindingStatus.Ok => "ok",
        FindingStatus.Warning => "! ",
        _ => "X ",
    };

    private static string Word(FindingStatus status) => status switch
    {
        FindingStatus.Ok => "ok",
        FindingStatus.Warning => "warning",
        _ => "problem",
    };
}
