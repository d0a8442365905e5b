namespace PluginRoom.Host.Broker;

/// <summary>How the gate decided. Everything but <see cref="Forwarded"/> means that nothing was handed on.</summary>
public enum Verdict : byte
{
    Forwarded,

    /// <summary>Step 1: the manifest does not declare the capability or the flow.</summary>
    NotDeclared,

    /// <summary>Step 2 or 3: somebody concerned has not said yes.</summary>
    NotConsented,

    /// <summary>Step 3: the worker has seen data that may never go to that sink.</summary>
    Label,

    /// <summary>A stated size or rate was exceeded.</summary>
    Limit,

    /// <summary>Declared for a purpose that this room has not switched on, so nobody was asked.</summary>
    PurposeOff,

    /// <summary>Allowed, but this host has nothing that could do it.</summary>
    Unavailable,
}

/// <summary>The names that workers and pages see.</summary>
public static class Verdicts
{
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Forwarded => "forwarded",
        Verdict.NotDeclared => "not-declared",
        Verdict.NotConsented => "not-consented",
        Verdict.Label => "label",
        Verdict.PurposeOff => "purpose-off",
        Verdict.Unavailable => "unavailable",
        _ => "limit",
    };
}
