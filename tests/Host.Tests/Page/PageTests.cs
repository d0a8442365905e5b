using System.IO.Compression;
using System.Net;
using System.Text;
using PluginRoom.Host.Page;
using PluginRoom.Host.Tests.Signaling;
using Xunit;

namespace PluginRoom.Host.Tests.Page;

public sealed class PageTests : IDisposable
{
    private readonly BuiltPage _page = new();

    public void Dispose() => _page.Dispose();

    [Theory]
    [InlineData("/", HttpStatusCode.OK, "text/html")]
    [InlineData("/r/room-1", HttpStatusCode.OK, "text/html")]
    [InlineData("/r/No%20Such%20Name", HttpStatusCode.NotFound, "text/html")]
    [InlineData("/assets/index-B1a2c3.js", HttpStatusCode.OK, "text/javascript")]
    [InlineData("/robots.txt", HttpStatusCode.OK, "text/plain")]
    [InlineData("/health", HttpStatusCode.OK, "text/plain")]
    [InlineData("/nothing", HttpStatusCode.NotFound, "text/plain")]
    [InlineData("/.hidden", HttpStatusCode.NotFound, "text/plain")]
    [InlineData("/assets/..%2f..%2fetc/passwd", HttpStatusCode.NotFound, "text/plain")]
    [InlineData("/assets/%2e%2e/.hidden", HttpStatusCode.NotFound, "text/plain")]
    public async Task Each_address_has_its_answer_and_none_sets_a_cookie(string path, HttpStatusCode status, string type)
    {
        using var answer = await Get(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_page_may_do_what_a_call_needs_and_nothing_else()
    {
        using var answer = await Get("/r/room-1");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        string[] expected =
        [
            "default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        ];
        Assert.Subset(policy.Split("; ").ToHashSet(), expected.ToHashSet());
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var permissions = Assert.Single(answer.Headers.GetValues("Permissions-Policy"));
        Assert.Contains("camera=(self)", permissions, StringComparison.Ordinal);
        Assert.Contains("geolocation=()", permissions, StringComparison.Ordinal);
        Assert.DoesNotContain("*", permissions, StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
    }

    [Theory]
    [InlineData("127.0.0.1:5170", "frame-src 127.0.0.1:5170/plugins/;", "ws://127.0.0.1:5170 wss://127.0.0.1:5170;")]
    [InlineData("meet.example.org", "frame-src meet.example.org/plugins/;", "ws://meet.example.org wss://meet.example.org;")]
    [InlineData("[::1]:5170", "frame-src 'self';", "connect-src 'self';")]
    [InlineData("x; script-src *", "frame-src 'self';", "connect-src 'self';")]
    public void The_policy_names_the_host_only_where_that_is_a_host(string host, string frames, string sockets)
    {
        var policy = PageHeaders.Policy(host);

        Assert.Contains(frames, policy, StringComparison.Ordinal);
        Assert.Contains(sockets, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hashed_file_is_kept_for_good_and_the_page_is_asked_for_anew()
    {
        using var script = await Get("/assets/index-B1a2c3.js");
        using var page = await Get("/");

        Assert.Contains("immutable", script.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoCache);
        using var again = await Get("/", request => request.Headers.IfNoneMatch.Add(page.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.True(again.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task A_file_comes_compressed_as_the_browser_can_read_it(string accepted, string? encoding)
    {
        using var answer = await Get("/assets/index-B1a2c3.js", request => request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted));

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        Assert.Equal(BuiltPage.Script, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_that_was_never_built_is_said_in_words()
    {
        await using var host = await RunningHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };

        using var answer = await http.GetAsync("/r/room-1", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("./run", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Get(string path, Action<HttpRequestMessage>? prepare = null)
    {
        await using var host = await RunningHost.Start(webFolder: _page.Folder);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        prepare?.Invoke(request);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
