namespace PluginRoom.Host.Broker;

/// <summary>The gate's answer: the proof, or why not.</summary>
public readonly struct Decision
{
    private readonly AuthorizedFlow _flow;

    internal Decision(AuthorizedFlow flow) => _flow = flow;

    internal Decision(Refusal refusal) => Refusal = refusal;

    public bool IsAllowed => Refusal is null;

    /// <summary>Null when allowed.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Throws when refused.</summary>
    public AuthorizedFlow Flow =>
        Refusal is null ? _flow : throw new InvalidOperationException($"The gate refused: {Refusal.Message}");
}
