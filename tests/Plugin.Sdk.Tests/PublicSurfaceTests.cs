using System.Reflection;
using System.Xml.Linq;
using PluginRoom.Sdk;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests;

/// <summary>What authors compile against. A change here is a change of their contract: edit PublicSurface.txt on purpose.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly Assembly Sdk = typeof(RoomPlugin).Assembly;

    [Fact]
    public void The_public_surface_is_the_one_written_down()
    {
        var written = Path.Combine(AppContext.BaseDirectory, "PublicSurface.txt");
        // For whoever means the change: to be copied over the file in this folder.
        File.WriteAllLines(Path.ChangeExtension(written, ".actual.txt"), Surface());

        Assert.Equal(File.ReadAllLines(written), Surface());
    }

    [Fact]
    public void The_sdk_depends_on_nothing_of_ours()
    {
        Assert.DoesNotContain(Sdk.GetReferencedAssemblies(), static name => name.Name!.StartsWith("PluginRoom", StringComparison.Ordinal));
    }

    [Fact]
    public void The_project_packs_the_readme_and_the_types_of_the_frame_and_its_documentation()
    {
        var root = typeof(PublicSurfaceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!;
        var folder = Path.Combine(root, "src/Plugin.Sdk");
        var packed = XDocument.Load(Path.Combine(folder, "Plugin.Sdk.csproj")).Descendants("None")
            .Where(static item => (string?)item.Attribute("Pack") == "true").Select(static item => (string)item.Attribute("Include")!);

        Assert.Equal(["README.md", "ui/pluginroom-ui.d.ts", "js/pluginroom.d.ts", "js/globals.d.ts"], packed);
        Assert.All(packed, file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
        Assert.True(File.Exists(Path.ChangeExtension(Sdk.Location, ".xml")), "the XML documentation");
    }

    private static IEnumerable<string> Surface() => Sdk.GetExportedTypes()
        .OrderBy(static type => type.FullName, StringComparer.Ordinal)
        .SelectMany(static type => Members(type).Prepend(type.FullName!));

    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(static member => member switch
        {
            MethodBase method => (method.IsPublic || method.IsFamily) && !method.IsSpecialName | method.IsConstructor && !Generated(method),
            PropertyInfo property => property.GetMethod!.IsPublic && property.Name != "EqualityContract",
            FieldInfo field => field.IsPublic,
            _ => false,
        })
        .Select(static member => "    " + member)
        .Order(StringComparer.Ordinal);

    // What the compiler writes into a record says nothing that its properties do not.
    private static bool Generated(MethodBase method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "<Clone>$" or "Deconstruct"
        || (method is ConstructorInfo && method.GetParameters() is [var only] && only.ParameterType == method.DeclaringType);
}
