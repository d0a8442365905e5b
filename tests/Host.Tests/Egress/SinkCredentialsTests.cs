using System.Runtime.Versioning;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Requests;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

[UnsupportedOSPlatform("windows")]
public sealed class SinkCredentialsTests : IDisposable
{
    private const string Entry =
        """{ "plugin": "org.example.a", "sink": "api", "url": "https://api.example.org/v1/", "header": "Authorization", "value": "Bearer hidden" }""";

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_key_is_for_one_plugin_one_sink_and_one_address()
    {
        var credentials = Read($"[ {Entry} ]", out _)!;

        Assert.Equal([new SinkHeader("Authorization", "Bearer hidden")], credentials.For("org.example.a", "api", "https://api.example.org/v1/"));
        Assert.Empty(credentials.For("org.example.b", "api", "https://api.example.org/v1/"));
        Assert.Empty(credentials.For("org.example.a", "other", "https://api.example.org/v1/"));
        Assert.Empty(credentials.For("org.example.a", "api", "https://evil.example/v1/"));
        Assert.Empty(credentials.For("org.example.a", "api", "https://api.example.org/"));
    }

    [Theory]
    [InlineData("", "not a list")]
    [InlineData("null", "empty")]
    [InlineData("{}", "not a list")]
    [InlineData("[ { \"plugin\": \"a\" } ]", "not a list")]
    [InlineData("[ null ]", "")]
    [InlineData("[ ENTRY, ENTRY-host ]", "entry 1")]
    [InlineData("[ ENTRY-header ]", "entry 0")]
    [InlineData("[ ENTRY-value ]", "entry 0")]
    [InlineData("[ ENTRY-url ]", "entry 0")]
    [InlineData("[ ENTRY-more ]", "not a list")]
    public void What_is_wrong_with_the_file_is_said_without_a_word_of_its_keys(string text, string words)
    {
        text = text
            .Replace("ENTRY-host", Entry.Replace("Authorization", "Host", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("ENTRY-header", Entry.Replace("Authorization", "a b", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("ENTRY-value", Entry.Replace("Bearer hidden", "Bearer hidden\\r\\nHost: x", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("ENTRY-url", Entry.Replace("https://", "http://", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("ENTRY-more", Entry.Replace("\"header\"", "\"hedaer\"", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("ENTRY", Entry, StringComparison.Ordinal);

        Assert.Null(Read(text, out var problem));
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_others_can_read_is_not_taken()
    {
        File.WriteAllText(_file, $"[ {Entry} ]");
        File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.Null(SinkCredentials.Read(_file, out var problem));
        Assert.Contains("chmod 600", problem, StringComparison.Ordinal);
        Assert.Null(SinkCredentials.Read(_file + "-none", out var missing));
        Assert.Contains("cannot be read", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_sends_the_key_and_the_ledger_does_not_count_it()
    {
        var keys = new List<string>();
        await using var sink = await SinkFixture.StartWithKey(
            context =>
            {
                keys.Add(context.Request.Headers.Authorization.ToString());
                return Task.CompletedTask;
            },
            "Bearer hidden");

        var response = await sink.Send("GET", "a");
        await SinkFixture.Text(response);

        Assert.Equal(["Bearer hidden"], keys);
        Assert.Equal("GET/v1/a".Length, sink.Gate.LastEntry.Bytes);
    }

    private SinkCredentials? Read(string text, out string problem)
    {
        File.WriteAllText(_file, text);
        File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return SinkCredentials.Read(_file, out problem);
    }
}
