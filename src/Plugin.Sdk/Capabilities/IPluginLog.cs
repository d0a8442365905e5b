namespace PluginRoom.Sdk;

/// <summary>
/// Lines for the operator's log, up to 4,000 characters each and about 50 a second; more is dropped. <c>Console.Out</c> ends here too.
/// Write no personal data: the operator is not asked for consent.
/// </summary>
public interface IPluginLog
{
    /// <summary>For whoever debugs the plugin.</summary>
    void Debug(string message);

    /// <summary>Something that an operator may want to know later.</summary>
    void Info(string message);

    /// <summary>Something is wrong, and the plugin copes.</summary>
    void Warning(string message);

    /// <summary>Something is wrong, and a person will notice.</summary>
    void Error(string message);
}
