using PluginRoom.Host.Egress;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class SinkAddressTests
{
    [Theory]
    [InlineData("https://api.example.org")]
    [InlineData("https://api.example.org/")]
    [InlineData("https://api.example.org:8443/v1/hook")]
    [InlineData("https://xn--bcher-kva.example/")]
    [InlineData("https://[2001:db8::1]/v1")]
    [InlineData("https://192.0.2.7/")]
    public void An_address_that_is_asked_for_as_it_is_shown_is_a_sink(string url)
    {
        Assert.NotNull(SinkAddress.Parse(url, out _));
    }

    [Theory]
    [InlineData("http://api.example.org/")]
    [InlineData("HTTPS://api.example.org/")]
    [InlineData("https:///v1")]
    [InlineData("https://")]
    [InlineData("https://user@api.example.org/")]
    [InlineData("https://api.example.org\\@evil.example/")]
    [InlineData("https://api.example.org?q=1")]
    [InlineData("https://api.example.org/v1?key=1")]
    [InlineData("https://api.example.org/v1#x")]
    [InlineData("https://api.example.org/v1/../v2/")]
    [InlineData("https://api.example.org/v1//v2/")]
    [InlineData("https://api.example.org/%2e%2e/")]
    [InlineData("https://api.example.org./")]
    [InlineData("https://api.example.org:0/")]
    [InlineData("https://api.example.org:65536/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://127.1/")]
    [InlineData("https://b\u00fccher.example/")]
    [InlineData("https://\uff45vil.example/")]
    [InlineData("https://api%2eexample.org/")]
    [InlineData("ftp://api.example.org/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[fe80::1%eth0]/")]
    [InlineData("https://[::1/")]
    [InlineData("https://api.example.org:443:443/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://a..example.org/")]
    [InlineData("https://api.example.org\u3002/")]
    public void One_that_is_asked_for_otherwise_is_none(string url)
    {
        Assert.Null(SinkAddress.Parse(url, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("https://h.example/v1/", "", "", "https://h.example/v1/")]
    [InlineData("https://h.example/v1", "", "", "https://h.example/v1")]
    [InlineData("https://h.example/v1/", "a/b", "", "https://h.example/v1/a/b")]
    [InlineData("https://h.example/v1", "a/b", "q=1", "https://h.example/v1/a/b?q=1")]
    [InlineData("https://h.example", "a%20b", "q=%2F", "https://h.example/a%20b?q=%2F")]
    [InlineData("https://h.example:8443", "", "q", "https://h.example:8443/?q")]
    [InlineData("https://h.example/v1", "@evil.example/", "", "https://h.example/v1/@evil.example/")]
    [InlineData("https://h.example", ":80@evil.example", "", "https://h.example/:80@evil.example")]
    public void A_request_goes_below_the_sink(string url, string path, string query, string expected)
    {
        Assert.Equal(expected, SinkAddress.Parse(url, out _)!.Below(path, query).AbsoluteUri);
    }

    [Theory]
    [InlineData("/v1/b", "https://h.example/v1/b")]
    [InlineData("b?x=1", "https://h.example/v1/b?x=1")]
    [InlineData("https://h.example/v1", "https://h.example/v1")]
    [InlineData("https://H.EXAMPLE:443/v1/b#here", "https://h.example/v1/b")]
    [InlineData("//h.example/v1/b", "https://h.example/v1/b")]
    [InlineData("../v1/c", "https://h.example/v1/c")]
    public void A_redirect_within_the_sink_is_followed(string location, string expected)
    {
        Assert.Equal(expected, Follow(location, out _)?.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://h.example/v1/b", "http://h.example")]
    [InlineData("https://evil.example/v1/b", "https://evil.example")]
    [InlineData("https://h.example:8443/v1/b", "https://h.example:8443")]
    [InlineData("//evil.example/v1/", "https://evil.example")]
    [InlineData("\\\\evil.example/v1/", "evil.example")]
    [InlineData("https://h.example@evil.example/v1/", "another place")]
    [InlineData("https://user@h.example/v1/", "another place")]
    [InlineData("https://h.example.evil.example/v1/", "https://h.example.evil.example")]
    [InlineData("https://169.254.169.254/v1/", "https://169.254.169.254")]
    [InlineData("/v2/b", "out of")]
    [InlineData("/v10", "out of")]
    [InlineData("../v2", "out of")]
    [InlineData("/v1/../v2", "out of")]
    [InlineData("/v1/%2e%2e/v2", "")]
    [InlineData("/v1/a%2f..%2f..%2fv2", "is not sent")]
    [InlineData("/v1/a%5c..%5cv2", "is not sent")]
    [InlineData("/v1//b", "is not sent")]
    [InlineData("https://h.example./v1/b", "https://h.example.")]
    [InlineData("https://[fe80::1%25eth0]/v1/b", "")]
    [InlineData("https://h.example/v1/..;/v2", "is not sent")]
    [InlineData("https://h.example/v1\\..\\v2", "")]
    [InlineData("https://[", "no address")]
    [InlineData("javascript:alert(1)", "")]
    [InlineData("file:///etc/passwd", "")]
    public void A_redirect_out_of_the_sink_is_refused(string location, string words)
    {
        Assert.Null(Follow(location, out var problem));
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    private static Uri? Follow(string location, out string problem)
    {
        var sink = SinkAddress.Parse("https://h.example/v1/", out _)!;
        return sink.Follow(sink.Below("a", ""), location, out problem);
    }
}
