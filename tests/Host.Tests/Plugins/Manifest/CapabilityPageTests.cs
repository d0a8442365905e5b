using System.Reflection;
using PluginRoom.Host.Plugins.Manifest.Schema;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Sdk;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

/// <summary>One list for the gate, the schema, the documents, the SDK, the typings and the tests.</summary>
public sealed class CapabilityPageTests
{
    private static readonly string Typings = string.Concat(
        Directory.GetFiles(Path.Combine(ManifestSchemaTests.Repository, "src/Plugin.Sdk/js"), "*.d.ts").Select(File.ReadAllText));

    public static TheoryData<string> Names => [.. Capability.All.Select(capability => capability.Name)];

    [Fact]
    public void The_committed_page_is_the_one_of_the_list()
    {
        var file = Path.Combine(ManifestSchemaTests.Repository, "docs/capabilities.md");
        if (Environment.GetEnvironmentVariable("PLUGINROOM_WRITE_SCHEMA") == "1")
            File.WriteAllText(file, CapabilityPage.Text());

        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == CapabilityPage.Text(),
            "docs/capabilities.md differs from the list in src/Host/Vocabulary. Run scripts/write-schema and commit the file.");
    }

    [Fact]
    public void The_list_holds_every_capability_that_there_is() => Assert.Equal(
        typeof(Capability).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((Capability)field.GetValue(null)!).Name).Order(),
        Capability.All.Select(capability => capability.Name).Order());

    [Theory, MemberData(nameof(Names))]
    public void The_SDK_has_what_the_list_says(string name) => Assert.All(CapabilityUse.Of(Capability.Find(name)!).Dotnet, path =>
    {
        var type = typeof(IRoom);
        foreach (var part in path.Split('.'))
            type = type.GetMember(part).SingleOrDefault() switch
            {
                PropertyInfo property => property.PropertyType,
                MethodInfo method => method.ReturnType,
                _ => throw new InvalidOperationException($"IRoom has no {path}."),
            };
    });

    [Theory, MemberData(nameof(Names))]
    public void A_script_has_what_the_list_says(string name) => Assert.All(CapabilityUse.Of(Capability.Find(name)!).Script, use =>
        Assert.True(IsEvent(use) || IsMember(use), $"The typings have no {use}."));

    [Theory, MemberData(nameof(Names))]
    public void The_SDK_and_the_typings_name_it_where_they_have_it(string name)
    {
        var use = CapabilityUse.Of(Capability.Find(name)!);

        Assert.True(use.Script.Length == 0 || Mentions(Typings, name), $"The typings do not say what needs {name}.");
        Assert.True(use.Dotnet.Length == 0 || Mentions(Sdk, name), $"The SDK does not say what needs {name}.");
    }

    [Theory, MemberData(nameof(Names))]
    public void It_is_tried_in_both_runtimes(string name)
    {
        var tests = Type.GetType($"PluginRoom.Host.Tests.Capabilities.{TestsOf(name)}");

        Assert.True(tests is not null, $"There is no {TestsOf(name)}.");
        Assert.Contains(tests.GetMethods(), method => method.GetCustomAttribute<TheoryAttribute>() is not null);
    }

    private static readonly string Sdk = string.Concat(Directory.GetFiles(
        Path.Combine(ManifestSchemaTests.Repository, "src/Plugin.Sdk"), "I*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

    private static bool IsEvent(string use) => Typings.Contains($"\n  \"{use}\":", StringComparison.Ordinal);

    private static bool IsMember(string use)
    {
        var (scope, member) = (use.Split('.')[0], use.Split('.')[1]);
        var start = Typings.IndexOf($"declare const {scope}:", StringComparison.Ordinal);
        return start >= 0 && Typings.IndexOf($"\n  {member}", start, StringComparison.Ordinal) >= 0;
    }

    // "ui.*" and "media.*.receive" stand for several.
    private static bool Mentions(string text, string name) =>
        text.Contains(name, StringComparison.Ordinal)
        || text.Contains($"{name.Split('.')[0]}.*", StringComparison.Ordinal);

    // Three kinds of media are tried as one.
    private static string TestsOf(string name) => name is "media.audio.receive" or "media.video.receive" or "media.screen.receive"
        ? "MediaReceiveTests"
        : string.Concat(name.Split('.').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Tests";
}
