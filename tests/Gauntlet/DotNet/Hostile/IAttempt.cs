namespace PluginRoom.Gauntlet.Hostile;

/// <summary>One way out of the sandbox. Each is a class of its own in a file of its own.</summary>
public interface IAttempt
{
    /// <summary>What it tries, as the table says it.</summary>
    string Vector { get; }

    Proof Proof => Proof.Word;

    /// <summary>It may end, fill or tire its process, so it gets one that nobody uses afterwards.</summary>
    bool Alone => false;

    /// <summary>A process that may be harmed is put there for it.</summary>
    bool NeedsVictim => Proof == Proof.Victim;

    /// <summary>For an attempt of two: what the other worker, which alone is told the token, does before.</summary>
    Action<Targets>? Accomplice => null;

    /// <summary>What it got hold of, or null. It may also throw.</summary>
    string? Try(Targets targets);
}

/// <summary>What shows from outside that an attempt succeeded.</summary>
public enum Proof
{
    /// <summary>The attempt's own word: what the kernel answered it.</summary>
    Word,

    /// <summary>It brought back the marker that lies where it should not get.</summary>
    Secret,

    /// <summary>Something arrived at the canary's port or name server.</summary>
    Canary,

    /// <summary>The process that was put there for it is dead or stopped.</summary>
    Victim,

    /// <summary>The file that was named to it exists.</summary>
    Trace,

    /// <summary>Bytes in the host's memory are no longer what they were.</summary>
    Memory,

    /// <summary>It brought back the token that only the other worker was told.</summary>
    Token,

    /// <summary>The room heard what nobody granted.</summary>
    Posted,
}
