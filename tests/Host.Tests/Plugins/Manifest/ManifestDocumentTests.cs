using System.Text.RegularExpressions;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

/// <summary>What authors read in docs/manifest.md is what the host does.</summary>
public sealed partial class ManifestDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(ManifestSchemaTests.Repository, "docs/manifest.md"));

    [Fact]
    public void The_example_is_a_valid_manifest() =>
        Assert.Empty(SampleManifest.Read(Example().Match(Text).Groups[1].Value, SampleManifest.Files).Errors);

    [Fact]
    public void Every_capability_stands_in_the_table_with_its_risk_and_whether_it_is_offered()
    {
        var rows = Row().Matches(Text).SelectMany(row => Name().Matches(row.Groups[1].Value)
            .Select(name => (Name: name.Groups[1].Value, Risk: row.Groups[2].Value, Offered: !row.Value.Contains("*later*", StringComparison.Ordinal))));

        Assert.Equal(
            Capability.All.Select(capability => (capability.Name, capability.Risk.ToString().ToLowerInvariant(), capability.IsEnforced)).Order(),
            rows.Order());
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| (`[^|]+) \| (low|medium|high|critical) \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
