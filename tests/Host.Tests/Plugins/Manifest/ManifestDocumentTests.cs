using System.Text.RegularExpressions;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

/// <summary>What authors read in docs/manifest.md is what the host does.</summary>
public sealed partial class ManifestDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(ManifestSchemaTests.Repository, "docs/manifest.md"));

    [Fact]
    public void The_example_is_a_valid_manifest() =>
        Assert.Empty(SampleManifest.Read(Example().Match(Text).Groups[1].Value, SampleManifest.Files).Errors);

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
