namespace PluginRoom.Host.Consent;

/// <summary>What a person said about one flow. Unset is not a no, but until it is a yes nothing flows.</summary>
public enum ConsentChoice
{
    Unset,
    Allow,
    Refuse,
}

/// <summary>The names that the page uses.</summary>
public static class ConsentChoices
{
    public static string Name(this ConsentChoice choice) => choice switch
    {
        ConsentChoice.Allow => "allow",
        ConsentChoice.Refuse => "refuse",
        _ => "unset",
    };

    public static ConsentChoice? Parse(string name) => name switch
    {
        "allow" => ConsentChoice.Allow,
        "refuse" => ConsentChoice.Refuse,
        "unset" => ConsentChoice.Unset,
        _ => null,
    };
}
