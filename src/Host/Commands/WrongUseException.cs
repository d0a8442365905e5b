namespace PluginRoom.Host.Commands;

/// <summary>A verb was given what it cannot work with. The message is one line and says what to do.</summary>
internal sealed class WrongUseException : Exception
{
    public WrongUseException(string message)
        : base(message)
    {
    }

    public WrongUseException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
