using System.Net;
using System.Net.Sockets;
using PluginRoom.Host.Commands;
using PluginRoom.Host.Settings;
using Xunit;

namespace PluginRoom.Host.Tests.Settings;

public sealed class HostRunTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pluginroom-settings-");
    private readonly Dictionary<string, string> _environment = [];
    private readonly StringWriter _error = new();

    public HostRunTests() => _environment["PLUGINROOM_DATA"] = _data.FullName;

    public void Dispose()
    {
        _error.Dispose();
        _data.Delete(recursive: true);
    }

    [Theory]
    [InlineData("--port must be a number", "--port", "abc")]
    [InlineData("--port must be a number", "--port", "65536")]
    [InlineData("--port must be a number", "--port", "-1")]
    [InlineData("--port must be a number", "--port", "1e3")]
    [InlineData("--port is empty", "--port", " ")]
    [InlineData("--port", "--port")]
    [InlineData("--port", "--port", "1", "--port", "2")]
    [InlineData("--prot", "--prot", "1")]
    [InlineData("extra", "extra")]
    [InlineData("@args", "@args")]
    [InlineData("--listen must be an IP address", "--listen", "example.org")]
    [InlineData("--listen must be an IP address", "--listen", "1")]
    [InlineData("not an address of this machine", "--listen", "192.0.2.1")]
    [InlineData("does not exist", "--plugins", "/nowhere/at/all")]
    [InlineData("does not exist", "--plugins", "/dev/null")]
    [InlineData("NUL", "--plugins", "a\0b")]
    [InlineData("cannot be written", "--data", "/dev/null/data")]
    public async Task What_cannot_work_is_one_line_and_exit_code_2(string words, params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.Contains(words, OnlyLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PLUGINROOM_PORT", "many")]
    [InlineData("PLUGINROOM_LISTEN", "everywhere")]
    [InlineData("PLUGINROOM_PORT", "")]
    public async Task A_broken_variable_is_named(string variable, string value)
    {
        _environment[variable] = value;

        Assert.Equal(2, await RunAsync());
        Assert.Contains(variable, OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Equal(2, await RunAsync("--port", $"{port}"));
        Assert.Contains($"Port {port} is in use", OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_host_on_the_same_data_is_refused()
    {
        using var first = DataFolderLock.Take(_data.FullName);

        Assert.Equal(2, await RunAsync("--port", "0"));
        Assert.Contains("in use by another host", OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_it_listens_and_which_room_to_try_and_then_does()
    {
        using var stop = new CancellationTokenSource();
        await using var output = new LineWriter();
        var run = new HostCommandLine(output, _error, Environment, Program.Build).RunAsync(["--port", "0"], stop.Token);

        var listening = await output.NextAsync();
        var room = await output.NextAsync();
        Assert.Matches(@"^Listening on http://127\.0\.0\.1:[1-9][0-9]*$", listening);
        var address = listening["Listening on ".Length..];
        Assert.Matches($"^Try a room: {address}/r/[a-z]+-[a-z]+-[a-z]+-[0-9]{{2}}$", room);
        using var client = new HttpClient();
        using var response = await client.GetAsync($"{address}/api/plugins", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Server"));

        await stop.CancelAsync();
        Assert.Equal(0, await run);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task Help_names_every_option_and_is_no_error()
    {
        await using var output = new StringWriter();

        Assert.Equal(0, await new HostCommandLine(output, _error, Environment, Program.Build).RunAsync(["--help"], TestContext.Current.CancellationToken));
        Assert.All(["--port", "--plugins", "--data", "--listen", "5170"], name => Assert.Contains(name, output.ToString(), StringComparison.Ordinal));
    }

    private Task<int> RunAsync(params string[] args) => new HostCommandLine(TextWriter.Null, _error, Environment, Program.Build).RunAsync(args);

    private string OnlyLine() => Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private string? Environment(string name) => _environment.GetValueOrDefault(name);
}
