using System.Text.Json.Nodes;
using PluginRoom.Host.Tests.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Manifest;
using Xunit;

namespace PluginRoom.Host.Tests.Commands;

public sealed class ValidateTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_good_folder_is_told_with_what_it_asks_people_for()
    {
        _folder.Drop("minutes", manifest =>
        {
            SampleManifest.Set(manifest, "/capabilities/-", """{ "name": "net.fetch", "reason": "Sends the minutes on" }""");
            SampleManifest.Set(manifest, "/sinks", """[ { "id": "archive", "url": "https://api.example.org/v1/", "operator": "Example e.V.", "country": "DE" } ]""");
            SampleManifest.Set(manifest, "/dataFlows/-", """{ "data": "content.chat", "to": "sink:archive", "purpose": "analytics", "retention": "P30D" }""");
        });

        var run = await Validate("minutes");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"{_folder.PathOf("minutes")}: good", run.Lines[0], StringComparison.Ordinal);
        Assert.Equal("Minutes 1.4.0 (org.example.minutes) by Example e.V.", run.Lines[1].Trim());
        Assert.Contains("high risk: chat.read, net.fetch", Line(run, "high risk"), StringComparison.Ordinal);
        Assert.Contains("channel.open (optional)", Line(run, "medium risk"), StringComparison.Ordinal);
        Assert.Contains("to ui functionality, kept for 1 day", Line(run, "content.chat to ui"), StringComparison.Ordinal);
        Assert.Contains("analytics, kept for 30 days (promised)", Line(run, "content.chat to sink:archive"), StringComparison.Ordinal);
        Assert.Contains("Example e.V., DE: POST https://api.example.org/v1/", Line(run, "sink:archive is"), StringComparison.Ordinal);
        Assert.All(
            ["no erasureUrl", "no integrity"],
            words => Assert.Contains(run.Lines, line => line.Contains("warning: ", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task All_errors_come_at_once_with_their_pointers()
    {
        _folder.Drop("minutes", manifest =>
        {
            SampleManifest.Set(manifest, "/version", "\"new\"");
            SampleManifest.Set(manifest, "/dataFlows/0/to", "\"sink:nowhere\"");
            SampleManifest.Set(manifest, "/colour", "\"red\"");
        });

        var run = await Validate("minutes");

        Assert.Equal(1, run.ExitCode);
        Assert.All(["/version", "/dataFlows/0/to", "/colour"], pointer => Assert.Contains("  " + pointer, run.Lines));
    }

    [Fact]
    public async Task One_bad_folder_among_many_is_enough_for_exit_code_1_and_two_of_one_id_are_not_both_good()
    {
        _folder.Drop("a");
        _folder.Drop("b", manifest => SampleManifest.Set(manifest, "/id", "\"org.example.other\""));
        _folder.Drop("c");

        var run = await Validate("a", "b", "c");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("2 good, 1 not", run.Lines[^1]);
        Assert.Contains("has the id org.example.minutes already", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operators_ceiling_is_part_of_the_judgement()
    {
        _folder.Drop("minutes");

        var refused = await CommandRun.Of("validate", _folder.PathOf("minutes"), "--plugin-limits", "memoryMb=64");
        var byVariable = await CommandRun.With(new() { ["PLUGINROOM_PLUGIN_LIMITS"] = "memoryMb=64" }, "validate", _folder.PathOf("minutes"));

        Assert.Equal((1, 1), (refused.ExitCode, byVariable.ExitCode));
        Assert.Contains("/server/limits/memoryMb", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_a_program_gets_the_same()
    {
        _folder.Drop("good");
        _folder.Drop("bad", manifest => SampleManifest.Set(manifest, "/name", null));

        var run = await CommandRun.Of("validate", "--json", _folder.PathOf("good"), _folder.PathOf("bad"));

        Assert.Equal(1, run.ExitCode);
        var result = JsonNode.Parse(run.Output)!;
        Assert.False((bool)result["good"]!);
        Assert.Equal(
            """{"name":"chat.read","risk":"high","optional":false,"reason":"Turns the chat into minutes"}""",
            result["plugins"]![0]!["capabilities"]![0]!.ToJsonString());
        Assert.Equal("PT24H", (string?)result["plugins"]![0]!["flows"]![0]!["retention"]);
        Assert.Equal("org.example.minutes", (string?)result["plugins"]![1]!["id"]);
        Assert.Equal("/name", (string?)result["plugins"]![1]!["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Folders_that_are_none_are_wrong_use()
    {
        _folder.Drop("minutes");

        Assert.All(
            [
                await Validate("nowhere"), await Validate("minutes/plugin.json"), await CommandRun.Of("validate", ""), await CommandRun.Of("validate", "a\0b"),
            ],
            run => Assert.Equal((2, ""), (run.ExitCode, run.Output)));
        Assert.Contains($"validate {_folder.Root}/*", (await CommandRun.Of("validate", _folder.Root)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[[[[[[")]
    [InlineData("{\"id\": \"\u001b[31mred\u0007\"}")]
    public async Task Whatever_stands_in_the_manifest_nothing_reaches_the_terminal_that_it_would_obey(string manifest)
    {
        _folder.Write("ugly/plugin.json", manifest);

        var run = await Validate("ugly");

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain(run.Output, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_an_error_of_the_folder()
    {
        Directory.CreateDirectory(_folder.PathOf("empty"));

        var run = await Validate("empty");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("There is no plugin.json", run.Output, StringComparison.Ordinal);
    }

    private Task<CommandRun> Validate(params string[] folders) => CommandRun.Of(["validate", .. folders.Select(_folder.PathOf)]);

    // Columns are padded for the eye.
    private static string Line(CommandRun run, string words) =>
        Assert.Single(run.Lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))), line => line.Contains(words, StringComparison.Ordinal));
}
