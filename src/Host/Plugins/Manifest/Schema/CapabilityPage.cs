using System.Text;
using PluginRoom.Host.Plugins.Manifest.Rules;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Schema;

/// <summary>docs/capabilities.md, from the same list that the gate goes by: what each capability is for and how a plugin uses it.</summary>
internal static class CapabilityPage
{
    private const string Opening = """
        # Capabilities

        A plugin can do what it declares under "capabilities" of plugin.json, and nothing else; every use passes the gate and stands in the
        ledger. A capability that gives a person's data needs a flow for it ([manifest.md](manifest.md)), and gives it for those who allow that
        flow. From medium risk on a `reason` is needed, which people read before they decide. What is critical is asked each time and never
        remembered. This page is written by `scripts/write-schema` from the list that the host enforces.

        """;

    private const string Closing = """
        ## Never offered

        Private messages, IP addresses and candidates, session tokens, scores of attention or emotion, a hidden presence, the page's DOM, the
        clipboard, geolocation.
        """;

    internal static string Text()
    {
        var page = new StringBuilder(Opening).Append('\n');
        foreach (var risk in Enum.GetValues<CapabilityRisk>())
        {
            page.Append("## ").Append(Heading(risk)).Append("\n\n| capability | | gives | reaches | C#: `room.` | JavaScript |\n|---|---|---|---|---|---|\n");
            foreach (var capability in Capability.All.Where(capability => capability.Risk == risk))
                page.Append(Row(capability)).Append('\n');
            page.Append('\n');
        }

        return page.Append(Closing).Append('\n').ToString();
    }

    private static string Heading(CapabilityRisk risk) => risk switch
    {
        CapabilityRisk.Low => "Low risk",
        CapabilityRisk.Medium => "Medium risk",
        CapabilityRisk.High => "High risk",
        _ => "Critical",
    };

    private static string Row(Capability capability)
    {
        var use = CapabilityUse.Of(capability);
        var gives = string.Join(' ', capability.Yields.Select(data => Code(data.Name())));
        return $"| {Code(capability.Name)} | {use.Words} | {gives} | {Reaches(capability)} | {string.Join(' ', use.Dotnet.Select(Code))} | {string.Join(' ', use.Script.Select(Code))} |";
    }

    private static string Reaches(Capability capability) => string.Join(' ', Enum.GetValues<SinkKind>()
        .Where(kind => FlowRules.Reaching(kind).Contains(capability))
        .Select(kind => Code(kind == SinkKind.External ? "sink:<id>" : new SinkName(kind).ToString())));

    private static string Code(string text) => $"`{text}`";
}
