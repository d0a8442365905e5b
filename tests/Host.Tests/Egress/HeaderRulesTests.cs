using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Requests;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class HeaderRulesTests
{
    [Theory]
    [InlineData("accept", "application/json")]
    [InlineData("Content-Type", "text/plain; charset=\"utf-8\"")]
    [InlineData("If-None-Match", "W/\"1\"")]
    [InlineData("prefer", "a\tb")]
    [InlineData("range", "")]
    public void What_describes_the_content_is_sent(string name, string value)
    {
        HeaderRules.Check([new(name, value)]);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Cookie", "a=b")]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("Proxy-Authorization", "Basic x")]
    [InlineData("Connection", "close")]
    [InlineData("Keep-Alive", "1")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("TE", "trailers")]
    [InlineData("Trailer", "x")]
    [InlineData("Upgrade", "websocket")]
    [InlineData("Expect", "100-continue")]
    [InlineData("Content-Length", "5")]
    [InlineData("Content-Encoding", "gzip")]
    [InlineData("Accept-Encoding", "gzip")]
    [InlineData("Forwarded", "for=1.1.1.1")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-Original-URL", "/admin")]
    [InlineData("User-Agent", "x")]
    [InlineData("Referer", "x")]
    [InlineData("Origin", "x")]
    [InlineData("Metadata-Flavor", "Google")]
    [InlineData("traceparent", "x")]
    [InlineData("", "x")]
    [InlineData("accept ", "x")]
    [InlineData("accept:", "x")]
    [InlineData("accept\r\nHost", "x")]
    public void What_steers_servers_is_not(string name, string value)
    {
        var error = Assert.Throws<EgressException>(() => HeaderRules.Check([new(name, value)]));
        Assert.Equal(EgressProblem.Header, error.Problem);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("a\r\nHost: evil.example")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("caf\u00e9")]
    [InlineData("a\u010db\u010a")]
    public void A_value_ends_nowhere_but_at_its_end(string value)
    {
        Assert.Throws<EgressException>(() => HeaderRules.Check([new("accept", value)]));
    }

    [Fact]
    public void Fields_are_counted_measured_and_given_once()
    {
        var repeated = Enumerable.Repeat(new SinkHeader("accept", "x"), HeaderRules.MaxCount + 1).ToList();

        Assert.Throws<EgressException>(() => HeaderRules.Check(repeated));
        Assert.Throws<EgressException>(() => HeaderRules.Check([new("accept", "a"), new("Accept", "b")]));
        Assert.Throws<EgressException>(() => HeaderRules.Check([new("accept", new string('a', HeaderRules.MaxValueLength + 1))]));
        HeaderRules.Check([new("accept", new string('a', HeaderRules.MaxValueLength))]);
    }
}
