using System.CommandLine;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Trust.Records;

namespace PluginRoom.Host.Commands.Trust;

/// <summary>A verb by which the operator tells a host something about one plugin, whether that host runs now or not.</summary>
internal abstract class OrderVerb : HostVerb
{
    private readonly SettingOptions _options;
    private readonly Func<string, string?> _environment;

    protected OrderVerb(string name, string description, SettingOptions options, Func<string, string?> environment)
        : base(name, description)
    {
        (_options, _environment) = (options, environment);
        Add(Plugin);
        Add(options.Data);
    }

    protected Argument<string> Plugin { get; } = new("ID") { Description = "The plugin's id, such as org.example.minutes." };

    /// <summary>Where the host of this data folder keeps what it trusts.</summary>
    protected string TrustFolder(ParseResult commandLine) =>
        Path.Combine(new SettingsReader(_options, commandLine, _environment).ReadExistingDataFolder(), PluginCatalog.TrustFolder);

    /// <summary>False: there was nothing to change.</summary>
    protected bool Change(ParseResult commandLine, Func<OperatorOrders, OperatorOrders?> change)
    {
        var folder = TrustFolder(commandLine);
        try
        {
            return OrdersDesk.Change(folder, change);
        }
        catch (InvalidDataException e)
        {
            throw new WrongUseException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{folder} cannot be written ({e.Message}). Run this as the host's user, one command at a time.", e);
        }
    }
}
