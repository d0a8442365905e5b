using System.Net;
using PluginRoom.Host.Settings;
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
    }

    [Fact]
    public void An_option_goes_before_its_variable() =>
        Assert.Equal(6000, Read(["--port", "6000"], ("PLUGINROOM_PORT", "7000")).Port);

    [Fact]
    public void A_variable_goes_before_the_default() =>
        Assert.Equal((7000, IPAddress.IPv6Loopback), (Read([], ("PLUGINROOM_PORT", "7000")).Port, Read([], ("PLUGINROOM_LISTEN", "::1")).Listen));

    [Fact]
    public void Folders_become_absolute() =>
        Assert.Equal(Path.GetFullPath("."), Read(["--plugins", "."]).PluginsFolder);

    private HostSettings Read(string[] args, params (string Name, string Value)[] variables)
    {
        var environment = variables.Append(("PLUGINROOM_DATA", _data.FullName)).ToDictionary();
        var options = new HostOptions();
        return new SettingsReader(options, options.Parse(args), environment.GetValueOrDefault).Read();
    }
}
