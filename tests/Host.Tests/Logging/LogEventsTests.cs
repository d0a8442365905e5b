using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace PluginRoom.Host.Tests.Logging;

/// <summary>Operators filter and alert by event numbers, so a number means one thing, for good.</summary>
public sealed partial class LogEventsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(
        typeof(LogEventsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "docs/log-events.md"));

    [Fact]
    public void Every_event_has_a_number_and_a_name_of_its_own()
    {
        var events = Events();

        Assert.NotEmpty(events);
        Assert.All(events, written => Assert.True(
            written.EventId is > 1000 and < 10_000 && written.EventName is { Length: > 0 },
            $"'{written.Message}' needs a number and an EventName: [LoggerMessage(1234, LogLevel.Warning, \"...\", EventName = \"...\")]"));
        Assert.Empty(events.GroupBy(written => written.EventId).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Empty(events.GroupBy(written => written.EventName).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void The_page_for_operators_lists_them_as_they_are()
    {
        var documented = Row().Matches(Page).Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value));

        Assert.Equal(
            Events().OrderBy(written => written.EventId).Select(written => ($"{written.EventId}", written.EventName!, written.Level.ToString().ToLowerInvariant())),
            documented);
    }

    private static List<LoggerMessageAttribute> Events() =>
    [
        .. typeof(Program).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>(),
    ];

    [GeneratedRegex(@"^\| (\d+) \| `(\w+)` \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
