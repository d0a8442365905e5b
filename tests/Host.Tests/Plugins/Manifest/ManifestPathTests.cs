using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

public sealed class ManifestPathTests
{
    [Theory]
    [InlineData("../Minutes.dll", "..")]
    [InlineData("ui/../../Minutes.dll", "..")]
    [InlineData("./Minutes.dll", "..")]
    [InlineData("ui//Minutes.dll", "empty part")]
    [InlineData("/etc/passwd.dll", "absolute")]
    [InlineData("C:/Minutes.dll", "absolute")]
    [InlineData("ui\\\\Minutes.dll", "backslash")]
    [InlineData("..\\\\..\\\\Minutes.dll", "backslash")]
    [InlineData("%2e%2e/Minutes.dll", "no file")]
    [InlineData("Minute.dll", "Did you mean 'Minutes.dll'?")]
    public void A_path_stays_in_the_folder(string path, string words)
    {
        var error = Assert.Single(SampleManifest.Errors(json => SampleManifest.Set(json, "/server/entry", $"\"{path}\"")));

        Assert.Equal("/server/entry", error.Pointer);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@Minutes.dll", "PRIVACY.md", "ui/index.html", "/server/entry")]
    [InlineData("Minutes.dll", "@PRIVACY.md", "ui/index.html", "/publisher/privacyPolicy")]
    [InlineData("Minutes.dll", "PRIVACY.md", "@ui", "/ui/0/entry")]
    public void A_symbolic_link_on_the_way_is_refused(string assembly, string policy, string page, string pointer)
    {
        var error = Assert.Single(SampleManifest.Read(SampleManifest.Text, assembly, policy, page, "plugin.json").Errors);

        Assert.Equal(pointer, error.Pointer);
        Assert.Contains("symbolic link", error.Message, StringComparison.Ordinal);
        Assert.False(error.MayStillArrive);
    }

    [Fact]
    public void A_missing_file_may_still_be_arriving() =>
        Assert.All(SampleManifest.Read(SampleManifest.Text, "plugin.json").Errors, error => Assert.True(error.MayStillArrive));

    [Fact]
    public void Pages_outside_the_served_folder_are_refused() =>
        Assert.Contains("folder ui", Assert.Single(SampleManifest.Read(
            SampleManifest.Changed(json => SampleManifest.Set(json, "/ui/0/entry", "\"index.html\"")),
            [.. SampleManifest.Files, "index.html"]).Errors).Message, StringComparison.Ordinal);
}
