using System.Text.Json.Nodes;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Rooms.Plugins.Updates;
using PluginRoom.Host.Tests.Plugins.Manifest;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins.Updates;

/// <summary>What makes a version another one to the people who decided on the one before.</summary>
public sealed class VersionDifferenceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-versions-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Code_version_summary_limits_and_looks_are_none()
    {
        Assert.Empty(Between(json =>
        {
            json["version"] = "2.0.0";
            json["summary"] = "Something new";
            json["server"]!["limits"]!["memoryMb"] = 100;
            json["ui"]![0]!["title"] = "Minutes, again";
            json["channels"]![0]!["maxMessagesPerSecond"] = 60;
        }));
    }

    [Theory]
    [InlineData("/sinks/0/url", "\"https://other.example.org/v1/\"", "sink api api", "flow x y")]
    [InlineData("/sinks/0/operator", "\"Bulk Data Inc.\"", "sink api api", "flow x y")]
    [InlineData("/sinks/0/country", "\"US\"", "sink api api", "flow x y")]
    [InlineData("/sinks/0/erasureUrl", null, "erasure https://api.example.org/erase -")]
    [InlineData("/dataFlows/3/purpose", "\"analytics\"", "flow x y")]
    [InlineData("/dataFlows/3/retention", "\"P30D\"", "flow x y")]
    [InlineData("/dataFlows/3/optional", "true", "flow x y")]
    [InlineData("/dataFlows/0", null, "flow x -")]
    [InlineData("/dataFlows/-", "{ \"data\": \"plugin.input\", \"to\": \"sink:api\", \"purpose\": \"functionality\", \"retention\": \"none\" }", "flow - y")]
    [InlineData("/capabilities/0/reason", "\"Because\"", "capability chat.read chat.read")]
    [InlineData("/capabilities/3/optional", "false", "capability channel.open channel.open")]
    [InlineData("/capabilities/-", "{ \"name\": \"room.info.read\" }", "capability - room.info.read")]
    [InlineData("/name", "\"Protocols\"", "name Minutes Protocols")]
    [InlineData("/publisher/contact", "\"other@example.org\"", "contact privacy@example.org other@example.org")]
    [InlineData("/server", null, "server server -")]
    public void Each_thing_that_people_decided_on_is_one(string pointer, string? value, params string[] changes)
    {
        var found = Between(json => SampleManifest.Set(json, pointer, value));

        // Keys of flows are hashes; which side has one is what counts here.
        Assert.Equal(changes, found.Select(change => change.What == "flow"
            ? $"flow {(change.Before is null ? "-" : "x")} {(change.After is null ? "-" : "y")}"
            : $"{change.What} {change.Before ?? "-"} {change.After ?? "-"}"));
    }

    [Fact]
    public void Another_key_is_one_and_a_first_signature_is_none()
    {
        var (a, b) = (new string('a', 64), new string('b', 64));

        Assert.Equal(["trust"], Between(_ => { }, a, b).Select(change => change.What));
        Assert.Equal(["trust"], Between(_ => { }, a, null).Select(change => change.What));
        Assert.Empty(Between(_ => { }, null, a));
        Assert.Empty(Between(_ => { }, a, a));
    }

    [Fact]
    public void Another_privacy_policy_is_one_also_under_the_same_name()
    {
        var change = Assert.Single(Between(_ => { }, policy: "It keeps everything now."));

        Assert.Equal("privacyPolicy", change.What);
        Assert.NotEqual(change.Before, change.After);
    }

    private IReadOnlyList<UpdateChange> Between(Action<JsonObject> change, string? keyBefore = null, string? keyAfter = null, string policy = "Keeps nothing.") =>
        VersionDifference.Between(
            Plugin("before", WithSink, keyBefore, "Keeps nothing."),
            Plugin("after", json =>
            {
                WithSink(json);
                change(json);
            }, keyAfter, policy),
            new PluginUiAddresses(new PluginUiOrigins()));

    private InstalledPlugin Plugin(string folder, Action<JsonObject> change, string? key, string policy)
    {
        var directory = _folder.CreateSubdirectory(folder).FullName;
        File.WriteAllText(Path.Combine(directory, "PRIVACY.md"), policy);
        return new InstalledPlugin(SampleManifest.Valid(change), directory, folder) { Signer = key, Trust = key ?? "unsigned" };
    }

    private static void WithSink(JsonObject json)
    {
        SampleManifest.Set(json, "/capabilities/-", """{ "name": "net.fetch", "reason": "Sums up" }""");
        SampleManifest.Set(json, "/sinks", """[ { "id": "api", "url": "https://api.example.org/v1/", "operator": "Example e.V.", "country": "DE", "erasureUrl": "https://api.example.org/erase" } ]""");
        SampleManifest.Set(json, "/dataFlows/-", """{ "data": "content.chat", "to": "sink:api", "purpose": "functionality", "retention": "PT24H" }""");
    }
}
