using PluginRoom.Host.Plugins.Manifest.Schema;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

public sealed class ManifestSchemaTests
{
    [Fact]
    public void The_committed_schema_is_the_one_that_the_reader_goes_by()
    {
        var file = Path.Combine(Repository, "plugin-manifest.schema.json");
        if (Environment.GetEnvironmentVariable("PLUGINROOM_WRITE_SCHEMA") == "1")
            File.WriteAllText(file, ManifestSchema.Text());

        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == ManifestSchema.Text(),
            "plugin-manifest.schema.json differs from the records in src/Host/Plugins/Manifest. Run scripts/write-schema and commit the file.");
    }

    internal static string Repository { get; } = FindRepository();

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PluginRoom.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
