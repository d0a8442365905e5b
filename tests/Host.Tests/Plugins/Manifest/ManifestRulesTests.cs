using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

public sealed class ManifestRulesTests
{
    [Fact]
    public void A_valid_manifest_becomes_typed_values()
    {
        var manifest = SampleManifest.Valid();

        Assert.Equal("org.example.minutes", manifest.Id);
        Assert.Equal(20, manifest.Server!.Limits.CpuPercent);
        Assert.Same(Capability.ChatRead, manifest.Capabilities[0].Name);
        Assert.Equal(TimeSpan.FromHours(24), manifest.DataFlows[0].Retention.Duration);
        Assert.Equal((DataCategory.PluginInput, SinkName.Ui, true), (manifest.DataFlows[2].Data, manifest.DataFlows[2].To, manifest.DataFlows[2].Optional));
        Assert.Equal(("marks", false, 1024, 30), (manifest.Channels[0].Name, manifest.Channels[0].Ordered, manifest.Channels[0].MaxMessageBytes, manifest.Channels[0].MaxMessagesPerSecond));
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var manifest = SampleManifest.Valid(json =>
        {
            SampleManifest.Set(json, "/channels/0", """{ "name": "marks" }""");
            SampleManifest.Set(json, "/server/limits", null);
            SampleManifest.Set(json, "/summary", null);
        });

        Assert.Equal((true, 65536, 120), (manifest.Channels[0].Ordered, manifest.Channels[0].MaxMessageBytes, manifest.Channels[0].MaxMessagesPerSecond));
        Assert.Equal(96, manifest.Server!.Limits.MemoryMb);
        Assert.Empty(manifest.Sinks);
    }

    /// <summary>Each row: what is set where (null: removed), the pointer of the one error, and words of its message.</summary>
    [Theory]
    [InlineData("/manifestVersion", "2", "/manifestVersion", "must be 1")]
    [InlineData("/manifestVersion", "\"1\"", "/manifestVersion", "a text")]
    [InlineData("/id", "\"Org.Example\"", "/id", "lower case")]
    [InlineData("/id", "\"minutes\"", "/id", "reversed domain")]
    [InlineData("/id", "\"org..minutes\"", "/id", "reversed domain")]
    [InlineData("/id", "\"org.example/../../x\"", "/id", "reversed domain")]
    [InlineData("/id", null, "/id", "is missing")]
    [InlineData("/name", "\"\"", "/name", "empty")]
    [InlineData("/name", "\" Minutes\"", "/name", "a space at either end")]
    [InlineData("/name", "\"Min\\u202Eutes\"", "/name", "must be one line with a letter or digit")]
    [InlineData("/name", "\"Min\\nutes\"", "/name", "must be one line with a letter or digit")]
    [InlineData("/name", "\"Minutes\\n\"", "/name", "must be one line with a letter or digit")]
    [InlineData("/name", "\"Min\\u200butes\"", "/name", "invisible characters")]
    [InlineData("/name", "\"\\u3164\"", "/name", "invisible characters")]
    [InlineData("/name", "\"\\uD83D\\uDD12\"", "/name", "a letter or digit")]
    [InlineData("/name", "\"---\"", "/name", "a letter or digit")]
    [InlineData("/name", "null", "/name", "leave the field out")]
    [InlineData("/publisher/name", "\"\\u2067moc.elpmaxe\"", "/publisher/name", "reading direction")]
    [InlineData("/ui/0/title", "\"Settings\\u200f\"", "/ui/0/title", "reading direction")]
    [InlineData("/ui/0/mode", "\"frame\"", "/ui/0/mode", "Use one of: page, worker.")]
    [InlineData("/callable", "[{ \"method\": \"a\", \"reason\": \"x\" }, { \"method\": \"a\", \"reason\": \"y\" }]", "/callable/1/method", "listed twice")]
    [InlineData("/callable", "[{ \"method\": \"no spaces\", \"reason\": \"x\" }]", "/callable/0/method", "letters and digits in parts")]
    [InlineData("/callable", "[{ \"method\": \"a\" }]", "/callable/0/reason", "is missing")]
    [InlineData("/callable", "[\"a\"]", "/callable/0", "an object")]
    [InlineData("/ui/0/mode", "\"worker\"", "/ui/0/entry", "not a script in the folder ui")]
    [InlineData("/version", "\"1.4\"", "/version", "three numbers")]
    [InlineData("/version", "\"01.4.0\"", "/version", "three numbers")]
    [InlineData("/engines/pluginroom", "\"^2.0\"", "/engines/pluginroom", "excludes this host")]
    [InlineData("/engines/pluginroom", "\"<1.0.0\"", "/engines/pluginroom", "excludes this host")]
    [InlineData("/engines/pluginroom", "\"latest\"", "/engines/pluginroom", "not a version range")]
    [InlineData("/publisher/contact", null, "/publisher/contact", "is missing")]
    [InlineData("/publisher/contact", "\"somebody\"", "/publisher/contact", "e-mail")]
    [InlineData("/publisher/privacyPolicy", null, "/publisher/privacyPolicy", "is missing")]
    [InlineData("/publisher/privacyPolicy", "\"PRIVACY.txt\"", "/publisher/privacyPolicy", "no file")]
    [InlineData("/server/runtime", "\"python\"", "/server/runtime", "dotnet")]
    [InlineData("/server/runtime", "\"javascript\"", "/server/entry", "not a script")]
    [InlineData("/server/runtime", "\"Javascript\"", "/server/runtime", "Did you mean 'javascript'?")]
    [InlineData("/server/entry", "\"minutes.dll\"", "/server/entry", "upper and lower case")]
    [InlineData("/server/entry", "\"PRIVACY.md\"", "/server/entry", "not an assembly")]
    [InlineData("/server/limits/memoryMb", "4096", "/server/limits/memoryMb", "32 to 512")]
    [InlineData("/server/limits/memoryMb", "96.5", "/server/limits/memoryMb", "whole number")]
    [InlineData("/server/limits/memoryMb", "1e999999", "/server/limits/memoryMb", "whole number")]
    [InlineData("/server/limits/threads", "7", "/server/limits/threads", "8 to 64")]
    [InlineData("/server/limits/openFiles", "1025", "/server/limits/openFiles", "128 to 1024")]
    [InlineData("/server/limits/scratchMb", "-1", "/server/limits/scratchMb", "0 to 64")]
    [InlineData("/server/limits/startSeconds", "0", "/server/limits/startSeconds", "1 to 30")]
    [InlineData("/server/limits/handlerSeconds", "61", "/server/limits/handlerSeconds", "1 to 60")]
    [InlineData("/server/limits/messagesPerSecond", "9", "/server/limits/messagesPerSecond", "10 to 5000")]
    [InlineData("/server/limits/memoryMB", "64", "/server/limits/memoryMB", "Did you mean 'memoryMb'?")]
    [InlineData("/server/limits/cpuPercent", "0", "/server/limits/cpuPercent", "1 to 100")]
    [InlineData("/ui", "{}", "/ui", "must be a list")]
    [InlineData("/ui/0/slot", "\"pannel\"", "/ui/0/slot", "Did you mean 'panel'?")]
    [InlineData("/capabilities/-", "{ \"name\": \"media.local.transform\", \"reason\": \"Grey\" }", "/capabilities/4", "\"ui\" has none")]
    [InlineData("/capabilities/-", "{ \"name\": \"media.audio.receive\", \"reason\": \"Hears\" }", "/capabilities/4", "no data flow")]
    [InlineData("/capabilities/-", "{ \"name\": \"media.publish\" }", "/capabilities/4/reason", "needs a reason")]
    [InlineData("/ui/0/slot", "\"stage\"", "/ui/0/slot", "needs the capability ui.stage")]
    [InlineData("/publisher/privacyPolicy", "\"ui\"", "/publisher/privacyPolicy", "is a folder")]
    [InlineData("/capabilities/0/name", "\"chat.raed\"", "/capabilities/0/name", "Did you mean 'chat.read'?")]
    [InlineData("/capabilities/0/name", "\"clipboard.read\"", "/capabilities/0/name", "not a capability")]
    [InlineData("/capabilities/0/reason", null, "/capabilities/0/reason", "needs a reason")]
    [InlineData("/capabilities/-", "{ \"name\": \"ui.panel\" }", "/capabilities/4", "declared twice")]
    [InlineData("/capabilities/-", "{ \"name\": \"presence.subscribe\", \"reason\": \"Who\" }", "/capabilities/4", "no data flow")]
    [InlineData("/capabilities/0", null, "/dataFlows/0/data", "chat.read")]
    [InlineData("/capabilities/3", null, "/channels", "channel.open")]
    [InlineData("/channels/0/name", "\"Marks\"", "/channels/0/name", "lower case")]
    [InlineData("/channels/0/maxMessageBytes", "262145", "/channels/0/maxMessageBytes", "1 to 262144")]
    [InlineData("/channels/0/maxMessagesPerSecond", "241", "/channels/0/maxMessagesPerSecond", "1 to 240")]
    [InlineData("/channels/0/ordered", "\"yes\"", "/channels/0/ordered", "true or false")]
    [InlineData("/channels/-", "{ \"name\": \"marks\" }", "/channels/1/name", "already")]
    [InlineData("/dataFlows/0", null, "/capabilities/0", "no data flow")]
    [InlineData("/dataFlows/2", null, "/capabilities/3", "no data flow")]
    [InlineData("/dataFlows/0/data", "\"content.chatt\"", "/dataFlows/0/data", "Did you mean 'content.chat'?")]
    [InlineData("/dataFlows/0/to", "\"cloud\"", "/dataFlows/0/to", "sink:<id>")]
    [InlineData("/dataFlows/0/to", "\"room\"", "/dataFlows/0/to", "chat.send or ui.notification or chat.sendAsUser or media.publish")]
    [InlineData("/dataFlows/0/to", "\"download\"", "/dataFlows/0/to", "files.offer or recording.write")]
    [InlineData("/dataFlows/0/to", "\"storage.room\"", "/dataFlows/0/to", "storage.room")]
    [InlineData("/dataFlows/0/to", "\"plugin:org.example.other\"", "/dataFlows/0/to", "plugin.call")]
    [InlineData("/dataFlows/0/purpose", "\"fun\"", "/dataFlows/0/purpose", "functionality")]
    [InlineData("/dataFlows/0/purpose", "\"training\"", "/dataFlows/0/optional", "off unless a room")]
    [InlineData("/dataFlows/0/purpose", "\"marketing\"", "/dataFlows/0/optional", "has to work without it")]
    [InlineData("/dataFlows/0/retention", "\"forever\"", "/dataFlows/0/retention", "ISO 8601")]
    [InlineData("/dataFlows/0/retention", "\"PT0S\"", "/dataFlows/0/retention", "ISO 8601")]
    [InlineData("/dataFlows/0/retention", "\"-PT1H\"", "/dataFlows/0/retention", "ISO 8601")]
    [InlineData("/dataFlows/0/retention", "\"P9999Y\"", "/dataFlows/0/retention", "ten years")]
    [InlineData("/dataFlows/0/optional", "1", "/dataFlows/0/optional", "true or false")]
    [InlineData("/dataFlows/-", "{ \"data\": \"content.chat\", \"to\": \"ui\", \"purpose\": \"security\", \"retention\": \"none\" }", "/dataFlows/3", "already")]
    [InlineData("/dataFlows/0/optionl", "true", "/dataFlows/0/optionl", "Did you mean 'optional'?")]
    [InlineData("/author", "\"me\"", "/author", "not a field here")]
    [InlineData("/a~1b", "1", "/a~01b", "not a field here")]
    [InlineData("/integrity", "\"md5-x\"", "/integrity", "sha256-")]
    public void One_slip_gives_one_error_where_it_is(string at, string? value, string pointer, string words)
    {
        var error = Assert.Single(SampleManifest.Errors(json => SampleManifest.Set(json, at, value)));

        Assert.Equal(pointer, error.Pointer);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("transform", "media.local.transform")]
    [InlineData("overlay", "ui.overlay")]
    public void What_is_over_or_in_pictures_is_one_script_without_a_document_and_needs_its_capability(string slot, string capability)
    {
        var part = $$"""{ "slot": "{{slot}}", "title": "Grey", "entry": "ui/index.html" }""";

        var errors = SampleManifest.Errors(json => SampleManifest.Set(json, "/ui/-", part));

        Assert.Equal(["/ui/1/mode", "/ui/1/slot"], errors.Select(error => error.Pointer).Order(StringComparer.Ordinal));
        Assert.Contains(errors, error => error.Message.Contains(capability, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"http://api.example.org/\"", "https://")]
    [InlineData("\"https://user@api.example.org/\"", "no user name")]
    [InlineData("\"https://api.example.org/#x\"", "no fragment")]
    [InlineData("\"ftp://api.example.org/\"", "https://")]
    [InlineData("\"https://\"", "https://")]
    [InlineData("\"https://a:b:c/\"", "https address")]
    [InlineData("\"https://0x7f.1/\"", "must be written as it is asked for: 127.0.0.1")]
    [InlineData("\"https://api.example.org/v1?key=1\"", "'?'")]
    [InlineData("\"https://api.example.org/v1/../v2/\"", "leads out")]
    public void A_sink_is_an_https_address(string url, string words)
    {
        var errors = SampleManifest.Errors(json => AddSink(json, url));

        Assert.Contains(errors, error => error.Pointer == "/sinks/0/url" && error.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sink_that_no_flow_names_is_an_error() =>
        Assert.Contains(SampleManifest.Errors(json => AddSink(json, "\"https://api.example.org/v1/\"")),
            error => error.Pointer == "/sinks/0" && error.Message.Contains("No data flow goes to sink:summariser", StringComparison.Ordinal));

    [Fact]
    public void A_flow_to_a_misspelt_sink_says_which_was_meant() =>
        Assert.Contains(SampleManifest.Errors(json =>
            {
                AddSink(json, "\"https://api.example.org/v1/\"");
                SampleManifest.Set(json, "/dataFlows/0/to", "\"sink:sumariser\"");
            }),
            error => error.Pointer == "/dataFlows/0/to" && error.Message.Contains("Did you mean 'summariser'?", StringComparison.Ordinal));

    [Fact]
    public void A_declared_and_used_sink_loads() =>
        Assert.Empty(SampleManifest.Errors(json =>
        {
            AddSink(json, "\"https://api.example.org/v1/\"");
            SampleManifest.Set(json, "/dataFlows/0/to", "\"sink:summariser\"");
            SampleManifest.Set(json, "/capabilities/-", """{ "name": "net.fetch", "reason": "Asks the summariser" }""");
        }));

    [Theory]
    [InlineData("\"training\"")]
    [InlineData("\"marketing\"")]
    public void What_a_room_switches_on_loads_where_the_plugin_works_without_it(string purpose) =>
        Assert.Empty(SampleManifest.Errors(json => SampleManifest.Set(json, "/dataFlows/2/purpose", purpose)));

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var pointers = SampleManifest.Errors(json =>
        {
            SampleManifest.Set(json, "/colour", "\"red\"");
            SampleManifest.Set(json, "/id", "\"X\"");
            SampleManifest.Set(json, "/server/entry", "\"../Minutes.dll\"");
            SampleManifest.Set(json, "/engines/pluginroom", "\"^3\"");
            SampleManifest.Set(json, "/dataFlows/0", null);
            SampleManifest.Set(json, "/ui/0/slot", "\"basement\"");
        }).Select(error => error.Pointer).ToHashSet();

        Assert.Equal(["/colour", "/id", "/server/entry", "/engines/pluginroom", "/capabilities/0", "/ui/0/slot"], pointers);
    }

    [Fact]
    public void A_misspelt_capability_does_not_make_its_flow_an_error_too() =>
        Assert.Equal(["/capabilities/0/name"], SampleManifest.Errors(json => SampleManifest.Set(json, "/capabilities/0/name", "\"chat.reed\"")).Select(error => error.Pointer));

    [Fact]
    public void A_plugin_of_neither_server_nor_frames_does_nothing() =>
        Assert.Contains(SampleManifest.Errors(json =>
        {
            SampleManifest.Set(json, "/server", null);
            SampleManifest.Set(json, "/ui", null);
        }), error => error.Pointer.Length == 0 && error.Message.Contains("neither", StringComparison.Ordinal));

    [Fact]
    public void A_plugin_can_be_frames_only() =>
        Assert.Null(SampleManifest.Valid(json => SampleManifest.Set(json, "/server", null)).Server);

    [Fact]
    public void A_frame_that_sends_nothing_needs_no_flow() =>
        Assert.Single(SampleManifest.Valid(json =>
        {
            SampleManifest.Set(json, "/capabilities", """[ { "name": "ui.panel" }, { "name": "chat.read", "reason": "Minutes" } ]""");
            SampleManifest.Set(json, "/channels", null);
            SampleManifest.Set(json, "/dataFlows/2", null);
            SampleManifest.Set(json, "/dataFlows/1", null);
        }).DataFlows);

    [Fact]
    public void More_flows_than_the_gate_holds_are_refused()
    {
        var flow = """{ "data": "content.chat", "to": "ui", "purpose": "functionality", "retention": "none" }""";
        var errors = SampleManifest.Errors(json => SampleManifest.Set(json, "/dataFlows", $"[{string.Join(',', Enumerable.Repeat(flow, 65))}]"));

        Assert.Contains(errors, error => error.Pointer == "/dataFlows" && error.Message.Contains("at most 64", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/name", 60)]
    [InlineData("/summary", 200)]
    [InlineData("/publisher/name", 100)]
    [InlineData("/capabilities/0/reason", 200)]
    [InlineData("/ui/0/title", 60)]
    public void Text_is_bounded(string at, int most)
    {
        Assert.NotNull(SampleManifest.Valid(json => SampleManifest.Set(json, at, $"\"{new string('x', most)}\"")));
        Assert.Equal(at, Assert.Single(SampleManifest.Errors(json => SampleManifest.Set(json, at, $"\"{new string('x', most + 1)}\""))).Pointer);
    }

    [Fact]
    public void Thousands_of_errors_are_cut_short()
    {
        var errors = SampleManifest.Errors(json =>
        {
            for (var i = 0; i < 5000; i++)
                json[$"unknown{i}"] = i;
        });

        Assert.Equal(101, errors.Count);
        Assert.Contains("4900 more", errors[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_never_carries_control_characters_of_the_manifest() =>
        Assert.All(SampleManifest.Errors(json => json["evil\u001b[31m\n\u202efield"] = "x"), error => Assert.DoesNotContain(error.Message, c => char.IsControl(c) || c == '\u202e'));

    private static void AddSink(System.Text.Json.Nodes.JsonObject json, string url) =>
        SampleManifest.Set(json, "/sinks", $$"""[ { "id": "summariser", "url": {{url}}, "operator": "Example e.V.", "country": "DE" } ]""");
}
