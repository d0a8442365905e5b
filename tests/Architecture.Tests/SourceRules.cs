using System.Reflection;
using Xunit;

namespace PluginRoom.Architecture.Tests;

/// <summary>What the compiler cannot see: sizes and names of files, and what must never be written into one.</summary>
public sealed class SourceRules
{
    private const int MaxLines = 400;
    private static readonly string[] SourceFolders = ["src", "plugins", "samples", "tests", "bench", "web", "scripts"];
    private static readonly string[] Endings = [".cs", ".ts", ".tsx", ".css", ".mjs"];
    private static readonly string[] NotOurs = ["node_modules", "bin", "obj", "dist", "artifacts"];
    private static readonly string[] Drawers = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities"];

    private static readonly string Root = Path.GetFullPath(
        typeof(SourceRules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!);

    [Fact]
    public void No_source_file_is_longer_than_a_person_can_hold_in_mind()
    {
        // What a test writes from the records is as long as they are together, and read by nobody.
        Assert.DoesNotContain(
            Sources(), file => !file.Contains(".generated.", StringComparison.Ordinal) && File.ReadLines(file).Count() > MaxLines);
    }

    [Fact]
    public void No_file_is_a_drawer_for_whatever_fits_nowhere_else()
    {
        Assert.DoesNotContain(Sources(), file =>
            Drawers.Any(word => Path.GetFileNameWithoutExtension(file).EndsWith(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Lock_files_name_no_download_address()
    {
        var locks = Files("package-lock.json").Concat(Files("packages.lock.json")).ToList();

        Assert.NotEmpty(locks);
        Assert.DoesNotContain(locks, file => File.ReadAllText(file).Contains("\"resolved\": \"http", StringComparison.Ordinal));
    }

    // What the solution does not name is built along with its users, but in a configuration of its own, where nobody looks for it.
    [Fact]
    public void The_solution_names_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Root, "PluginRoom.sln"));

        Assert.All(
            Files("*.csproj").Select(file => Path.GetRelativePath(Root, file).Replace('/', '\\')),
            project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void The_rules_see_the_sources()
    {
        Assert.Contains(Sources(), file => file.EndsWith("CapabilityBroker.cs", StringComparison.Ordinal));
        Assert.Contains(Sources(), file => file.EndsWith("main.tsx", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources() => Files("*").Where(file => Endings.Contains(Path.GetExtension(file)));

    private static IEnumerable<string> Files(string pattern) => SourceFolders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(NotOurs.Contains));
}
