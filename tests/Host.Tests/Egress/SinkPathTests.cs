using PluginRoom.Host.Egress.Requests;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class SinkPathTests
{
    [Theory]
    [InlineData("")]
    [InlineData("summaries")]
    [InlineData("summaries/")]
    [InlineData("a/b/c.json")]
    [InlineData("a/...")]
    [InlineData(".well-known/x")]
    [InlineData("caf%C3%A9/%E2%82%AC")]
    [InlineData("a%20b")]
    [InlineData("a;v=1/b,c/@me:x")]
    public void What_stays_below_the_sink_is_sent_as_it_is(string path)
    {
        Assert.Null(SinkPath.Problem(path));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData("a/..")]
    [InlineData("..;x/b")]
    [InlineData("a/..;/b")]
    [InlineData("%2e%2e/b")]
    [InlineData("%2E./b")]
    [InlineData(".%2e/b")]
    [InlineData("a%2fb")]
    [InlineData("a%2Fb")]
    [InlineData("a%5cb")]
    [InlineData("a\\b")]
    [InlineData("%252e%252e/b")]
    [InlineData("%25252e")]
    [InlineData("..%3bx")]
    [InlineData("%c0%ae%c0%ae/b")]
    [InlineData("%e0%80%ae")]
    [InlineData("%ff")]
    [InlineData("%EF%BC%8E%EF%BC%8E/b")]
    [InlineData("a%E2%88%95b")]
    [InlineData("a%EF%BC%8Fb")]
    [InlineData("%E2%80%A5/b")]
    [InlineData("/etc")]
    [InlineData("//evil.example/")]
    [InlineData("/")]
    [InlineData("a//b")]
    [InlineData("a/b//")]
    [InlineData("a%00b")]
    [InlineData("a%0d%0ab")]
    [InlineData("a%7fb")]
    [InlineData("a\r\nHost: evil.example")]
    [InlineData("a\0b")]
    [InlineData("a b")]
    [InlineData("a\tb")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a%2")]
    [InlineData("a%")]
    [InlineData("a%zz")]
    [InlineData("a%u002e")]
    [InlineData("caf\u00e9")]
    [InlineData("\uff0e\uff0e/b")]
    [InlineData("[::1]")]
    [InlineData("a|b")]
    public void Whatever_somebody_could_read_as_a_way_out_is_refused(string path)
    {
        Assert.NotNull(SinkPath.Problem(path));
    }

    [Fact]
    public void A_path_has_an_end()
    {
        Assert.Null(SinkPath.Problem(new string('a', SinkPath.MaxLength)));
        Assert.NotNull(SinkPath.Problem(new string('a', SinkPath.MaxLength + 1)));
    }

    [Theory]
    [InlineData("q=1&r=a%2fb/c?d", true)]
    [InlineData("q=%0d%0a", true)]
    [InlineData("q=a b", false)]
    [InlineData("q=a#b", false)]
    [InlineData("q=a\r\nX: y", false)]
    [InlineData("q=%g0", false)]
    [InlineData("q=%", false)]
    public void A_query_is_text_that_needs_no_more_encoding(string query, bool sent)
    {
        Assert.Equal(sent, SinkPath.QueryProblem(query) is null);
    }

    [Fact]
    public void The_words_name_the_place()
    {
        Assert.Contains("U+000D at character 2", SinkPath.Problem("a\r\nb"), StringComparison.Ordinal);
        Assert.Contains("%2e", SinkPath.Problem("%2e%2e"), StringComparison.Ordinal);
    }
}
