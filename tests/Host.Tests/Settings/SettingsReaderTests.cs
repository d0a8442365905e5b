using System.Net;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Workers.Sandbox;
using Xunit;

namespace PluginRoom.Host.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pluginroom-settings-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public void Without_a_word_it_is_port_5170_on_this_machine_only()
    {
        var settings = Read([]);

        Assert.Equal((IPAddress.Loopback, 5170), (settings.Listen, settings.Port));
        Assert.Equal(Path.Combine(_data.FullName, "plugins"), settings.PluginsFolder);
        Assert.True(Directory.Exists(settings.PluginsFolder));
        Assert.Equal(SandboxTier.Landlock, settings.SandboxFloor);
    }

    [Fact]
    public void An_option_goes_before_its_variable() =>
        Assert.Equal(6000, Read(["--port", "6000"], ("PLUGINROOM_PORT", "7000")).Port);

    [Fact]
    public void A_variable_goes_before_the_default() =>
        Assert.Equal((7000, IPAddress.IPv6Loopback), (Read([], ("PLUGINROOM_PORT", "7000")).Port, Read([], ("PLUGINROOM_LISTEN", "::1")).Listen));

    [Fact]
    public void Plugins_reach_inside_what_the_operator_lists_and_nothing_else()
    {
        var listed = Read(["--egress-allow", "intranet.example.org, 10.1.0.0/16"]).EgressAllowance;

        Assert.True(listed.Has("intranet.example.org") && listed.Has(IPAddress.Parse("10.1.2.3")));
        Assert.False(Read([]).EgressAllowance.Has(IPAddress.Parse("10.1.2.3")));
        var wrong = Assert.Throws<StartupException>(() => Read(["--egress-allow", "10.1"]));
        Assert.StartsWith("--egress-allow is a list of hosts and networks separated by commas, but '10.1' is neither", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_become_absolute() =>
        Assert.Equal(Path.GetFullPath("."), Read(["--plugins", "."]).PluginsFolder);

    [Theory]
    [InlineData("1", SandboxTier.Namespaces)]
    [InlineData(" 2 ", SandboxTier.Landlock)]
    [InlineData("0", SandboxTier.None)]
    public void The_sandbox_floor_is_a_tiers_number(string text, SandboxTier floor) =>
        Assert.Equal(floor, Read([], ("PLUGINROOM_SANDBOX_FLOOR", text)).SandboxFloor);

    [Theory]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("Landlock")]
    [InlineData("1,2")]
    [InlineData("\u0661")]
    public void Any_other_floor_is_refused_rather_than_guessed(string text)
    {
        var refused = Assert.Throws<StartupException>(() => Read(["--sandbox-floor", text]));

        Assert.Equal($"--sandbox-floor must be 1 (bubblewrap only), 2 (Landlock as well) or 0 (no confinement at all), but is '{text}'.", refused.Message);
    }

    [Fact]
    public void Windows_of_plugins_can_get_an_origin_of_their_own()
    {
        var origins = Read(["--plugin-origin", "https://Plugins.Example.net/"], ("PLUGINROOM_PAGE_ORIGIN", "https://meet.example.org:443")).FrameOrigins;
        Assert.Equal(("https://meet.example.org", "https://plugins.example.net"), (origins.Page, origins.Frames));
        Assert.Null(Read([]).FrameOrigins.Frames);
    }

    [Theory]
    [InlineData(null, "https://plugins.example.net", "--plugin-origin needs --page-origin too")]
    [InlineData("https://meet.example.org", null, "--page-origin is used with --plugin-origin only")]
    [InlineData("https://meet.example.org", "plugins.example.net", "--plugin-origin must be a scheme and a host name and no more")]
    [InlineData("https://meet.example.org", "https://plugins.example.net/frames", "--plugin-origin must be a scheme and a host name and no more")]
    [InlineData("https://meet.example.org", "https://u:p@plugins.example.net", "--plugin-origin must be a scheme and a host name and no more")]
    [InlineData("https://meet.example.org", "https://*.example.net", "--plugin-origin must be a scheme and a host name and no more")]
    [InlineData("https://meet.example.org", "https://plugins_x.example.net", "--plugin-origin must be a scheme and a host name and no more")]
    [InlineData("https://meet.example.org", "https://plugins.example.net?x", "--plugin-origin must be a scheme and a host name and no more")]
    [InlineData("ftp://meet.example.org", "https://plugins.example.net", "--page-origin must be a scheme and a host name and no more")]
    [InlineData("https://meet.example.org", "http://plugins.example.net", "--plugin-origin must begin like --page-origin with https://")]
    [InlineData("https://meet.example.org", "https://meet.example.org:8443", "--plugin-origin is of the same site as --page-origin")]
    [InlineData("https://meet.example.org", "https://plugins.meet.example.org", "--plugin-origin is of the same site as --page-origin")]
    [InlineData("https://meet.example.org", "https://EXAMPLE.org", "--plugin-origin is of the same site as --page-origin")]
    public void An_origin_that_would_not_work_is_refused_with_words(string? page, string? plugins, string words)
    {
        string[] args = [.. page is null ? [] : new[] { "--page-origin", page }, .. plugins is null ? [] : new[] { "--plugin-origin", plugins }];
        Assert.StartsWith(words, Assert.Throws<StartupException>(() => Read(args)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lots", "--plugin-limits: 'lots' is not of the form name=number, such as memoryMb=256.")]
    [InlineData("memoryMb", "--plugin-limits: 'memoryMb' is not of the form name=number, such as memoryMb=256.")]
    [InlineData("memoryMb=", "--plugin-limits: 'memoryMb=' is not of the form name=number, such as memoryMb=256.")]
    [InlineData("memoryMb=64,", "--plugin-limits: '' is not of the form name=number, such as memoryMb=256.")]
    [InlineData("memory=64", "--plugin-limits: there is no limit 'memory'. Did you mean 'memoryMb'? The limits are memoryMb, cpuPercent, threads, openFiles, scratchMb, startSeconds, handlerSeconds, messagesPerSecond.")]
    [InlineData("memoryMb=31", "--plugin-limits: memoryMb must be a whole number from 32 to 512, but is '31'.")]
    [InlineData("memoryMb=-64", "--plugin-limits: memoryMb must be a whole number from 32 to 512, but is '-64'.")]
    [InlineData("memoryMb=1e2", "--plugin-limits: memoryMb must be a whole number from 32 to 512, but is '1e2'.")]
    [InlineData("cpuPercent=50,cpuPercent=60", "--plugin-limits: cpuPercent is there twice.")]
    [InlineData("threads=99999999999", "--plugin-limits: threads must be a whole number from 8 to 64, but is '99999999999'.")]
    [InlineData("", "--plugin-limits is empty. Give it a value or leave it out.")]
    public void A_ceiling_that_means_nothing_is_refused_with_words(string text, string words) =>
        Assert.Equal(words, Assert.Throws<StartupException>(() => Read(["--plugin-limits", text])).Message);

    private HostSettings Read(string[] args, params (string Name, string Value)[] variables)
    {
        var environment = variables.Append(("PLUGINROOM_DATA", _data.FullName)).ToDictionary();
        var options = new SettingOptions();
        return new SettingsReader(options, options.Parse(args), environment.GetValueOrDefault).Read();
    }
}
