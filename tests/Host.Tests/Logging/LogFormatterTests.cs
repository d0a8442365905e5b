using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PluginRoom.Host.Logging;
using Xunit;

namespace PluginRoom.Host.Tests.Logging;

// One line each, made where it is looked at.
#pragma warning disable CA1848, CA1873
public sealed class LogFormatterTests
{
    private const string Own = "PluginRoom.Host.Rooms.Room";
    private const string Frameworks = "Microsoft.AspNetCore.Hosting.Diagnostics";

    [Fact]
    public void An_event_of_ours_is_an_object_with_its_values()
    {
        var line = Json(log => log.Log(LogLevel.Warning, new EventId(1234, "Tried"), "Plugin {Plugin} has {Count} flows", "org.example.a", 3), Own);

        Assert.Equal("warning", (string?)line["level"]);
        Assert.Equal((1234, "Tried"), ((int)line["event"]!, (string?)line["name"]));
        Assert.Equal(("Plugin org.example.a has 3 flows", "org.example.a", 3), ((string?)line["message"], (string?)line["plugin"], (int)line["count"]!));
        Assert.True(DateTimeOffset.TryParse((string?)line["time"], out _));
    }

    [Fact]
    public void A_value_cannot_take_the_place_of_the_events_own_members()
    {
        var line = Json(log => log.Log(LogLevel.Warning, new EventId(1), "It is {Level} at {Time}", "high", "noon"), Own);

        Assert.Equal(("warning", "high", "noon"), ((string?)line["level"], (string?)line["levelValue"], (string?)line["timeValue"]));
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void An_event_of_the_framework_is_written_without_its_values(LogFormat format)
    {
        var line = Line(format, log => log.Log(LogLevel.Warning, new EventId(1), "Request {Path} from {Address}", "/r/secret-room", "192.0.2.7"), Frameworks);

        Assert.Contains("Request {Path} from {Address}", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-room", line, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.7", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void An_exception_says_what_and_where_and_quotes_nobody(LogFormat format)
    {
        var failure = Assert.Throws<KeyNotFoundException>(() => new Dictionary<string, int>()["Ada Lovelace"]);

        var line = Line(format, log => log.LogError(new InvalidOperationException("Ada Lovelace", failure), "It failed"), Own);

        Assert.Contains("InvalidOperationException <- KeyNotFoundException", line, StringComparison.Ordinal);
        Assert.Contains("Dictionary", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Lovelace", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Whatever_a_value_holds_an_event_stays_one_line(LogFormat format)
    {
        var line = Line(format, log => log.LogInformation("It said {Words}", "one\n2026 crit all is lost\u001b[2J\r"), Own);

        Assert.Equal("\n", string.Concat(line.Where(char.IsControl)));
    }

    private static JsonNode Json(Action<ILogger> write, string category) => JsonNode.Parse(Line(LogFormat.Json, write, category))!;

    private static string Line(LogFormat format, Action<ILogger> write, string category)
    {
        using var log = new WrittenLog(format);
        write(log.CreateLogger(category));
        return Assert.Single(log.Lines);
    }
}
