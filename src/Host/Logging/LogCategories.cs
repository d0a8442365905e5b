namespace PluginRoom.Host.Logging;

/// <summary>Whose words an event is made of.</summary>
internal static class LogCategories
{
    /// <summary>What plugins print. Dropped unless the operator asks for it.</summary>
    public const string PluginOutput = "PluginRoom.PluginOutput";

    private const string Own = "PluginRoom.";

    /// <summary>False: the framework's, whose events carry addresses, paths and headers as values.</summary>
    public static bool IsOwn(string category) => category.StartsWith(Own, StringComparison.Ordinal);
}
