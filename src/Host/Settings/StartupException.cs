namespace PluginRoom.Host.Settings;

/// <summary>Something that the operator can put right keeps the host from starting. The message is one line and says what to do.</summary>
public sealed class StartupException : Exception
{
    public StartupException(string message)
        : base(message)
    {
    }

    public StartupException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
