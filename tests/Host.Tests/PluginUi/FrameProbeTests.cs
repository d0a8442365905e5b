using Xunit;

namespace PluginRoom.Host.Tests.PluginUi;

public sealed class FrameProbeTests : IAsyncLifetime
{
    private UiHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await UiHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_two_frames_differ_in_the_allow_list_alone()
    {
        var (closed, open) = (await _host.GetAsync("/plugins/probe/sealed"), await _host.GetAsync("/plugins/probe/open"));
        Assert.Equal("()", closed.Header("Connection-Allowlist"));
        Assert.Empty(open.All("Connection-Allowlist"));
        Assert.Equal(open.Body, closed.Body);
        Assert.Equal(Others(open), Others(closed));

        static IEnumerable<(string, string)> Others(RawResponse response) =>
            response.Headers.Where(header => header.Name is not "Connection-Allowlist" and not "Date").Order();
    }

    [Fact]
    public async Task What_they_try_to_reach_is_one_address_that_answers_anybody()
    {
        var (frame, target) = (await _host.GetAsync("/plugins/probe/open"), await _host.GetAsync("/plugins/probe/target"));
        Assert.Contains($"connect-src {_host.Origin}/plugins/probe/target ", frame.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("sandbox allow-scripts; default-src 'none'", frame.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal((200, "*"), (target.Status, target.Header("Access-Control-Allow-Origin")));
        Assert.All([frame, target], response => Assert.Equal("no-store", response.Header("Cache-Control")));
    }

    [Theory]
    [InlineData("POST", "/plugins/probe/open")]
    [InlineData("GET", "/plugins/probe/other")]
    [InlineData("GET", "/plugins/probe/")]
    public async Task Nothing_else_is_there(string method, string path) =>
        Assert.Equal(404, (await _host.SendAsync(method, path, "Content-Length: 0")).Status);
}
