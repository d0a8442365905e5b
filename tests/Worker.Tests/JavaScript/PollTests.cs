using System.Text.Json.Nodes;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.JavaScript;

/// <summary>The bundled poll, in a real worker.</summary>
public sealed class PollTests
{
    private const string Question = """{"do":"ask","question":"  Tea or\n coffee? ","options":["Tea","Coffee","Tea",""]}""";
    private static readonly string Folder = Launch.Built("../plugins/Poll");

    [Fact]
    public void It_can_be_dropped_into_a_host() =>
        Assert.Empty(ManifestReader.Read(File.ReadAllBytes(Path.Combine(Folder, "plugin.json")), FolderListing.Read(Folder).Items).Errors);

    [Fact]
    public async Task Votes_are_counted_once_for_each_person_and_can_be_changed_until_it_is_closed()
    {
        await using var script = await Script.RunAsync(await File.ReadAllTextAsync(Path.Combine(Folder, "main.js"), TestContext.Current.CancellationToken));

        Assert.Equal(("Tea or coffee?", "0,0", true), await Say(script, "anna", Question));
        Assert.Equal(("Tea or coffee?", "1,0", true), await Say(script, "anna", """{"do":"vote","number":1,"choice":0}"""));
        Assert.Equal(("Tea or coffee?", "1,1", true), await Say(script, "ben", """{"do":"vote","number":1,"choice":1}"""));
        Assert.Equal(("Tea or coffee?", "0,2", true), await Say(script, "anna", """{"do":"vote","number":1,"choice":1}"""));
        Assert.Equal(("Tea or coffee?", "0,2", true), await Say(script, "anna", """{"do":"ask","question":"Another?","options":["a","b"]}"""));
        Assert.Equal(("Tea or coffee?", "0,2", false), await Say(script, "ben", """{"do":"close","number":1}"""));
        Assert.Equal(("Tea or coffee?", "0,2", false), await Say(script, "ben", """{"do":"vote","number":1,"choice":0}"""));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"do":"vote","number":1,"choice":"0"}""")]
    [InlineData("""{"do":"vote","number":1,"choice":1e9}""")]
    [InlineData("""{"do":"vote","number":1,"choice":-1}""")]
    [InlineData("""{"do":"ask","question":{"toString":1},"options":{"length":5}}""")]
    public async Task What_is_no_vote_counts_for_nothing(string odd)
    {
        await using var script = await Script.RunAsync(await File.ReadAllTextAsync(Path.Combine(Folder, "main.js"), TestContext.Current.CancellationToken));
        await Say(script, "anna", Question);

        script.Worker.SendUiInput(TestRoom.Flow, "ben", System.Text.Encoding.UTF8.GetBytes(odd));
        script.Worker.SendUiInput(TestRoom.Flow, "chloe", """{"do":"look"}"""u8);

        var (to, data) = await script.Room.NextShownAsync();
        while (to != "chloe")
            (to, data) = await script.Room.NextShownAsync();
        Assert.Equal("0,0", Counts(JsonNode.Parse(data)!["poll"]!));
    }

    private static async Task<(string, string, bool)> Say(Script script, string from, string message)
    {
        script.Worker.SendUiInput(TestRoom.Flow, from, System.Text.Encoding.UTF8.GetBytes(message));
        var text = await script.NextAsync();
        Assert.DoesNotContain("anna", text, StringComparison.Ordinal);
        var poll = JsonNode.Parse(text)!["poll"]!;
        return ((string)poll["question"]!, Counts(poll), (bool)poll["isOpen"]!);
    }

    private static string Counts(JsonNode poll) => string.Join(',', poll["counts"]!.AsArray().Select(count => (int)count!));
}
