namespace PluginRoom.Host.Trust.Policy;

/// <summary>What the operator demands of plugins before they are taken.</summary>
public sealed class TrustPolicy
{
    private readonly TrustPolicyDocument _document;

    internal TrustPolicy(TrustPolicyDocument document, bool loopbackOnly, TimeSpan coolDown)
    {
        _document = document;
        CoolDown = coolDown;
        AllowsUnsigned = document.Unsigned is { } stated ? stated == "allow" : loopbackOnly;
        UnsignedByDefault = document.Unsigned is null && loopbackOnly;
    }

    /// <summary>Without a file, on a host that only this machine reaches.</summary>
    public static TrustPolicy ForLoopback { get; } = new(new TrustPolicyDocument(), loopbackOnly: true, TimeSpan.Zero);

    /// <summary>Plugins that nobody signed are taken.</summary>
    public bool AllowsUnsigned { get; }

    /// <summary>They are taken because nobody said otherwise and only this machine reaches the host.</summary>
    public bool UnsignedByDefault { get; }

    /// <summary>How long an update lies here before it is taken.</summary>
    public TimeSpan CoolDown { get; }

    internal IReadOnlyList<PluginBlock> Blocked => _document.Blocked;

    /// <summary>The pin that states most of this id; null: anybody's signature will do.</summary>
    internal PublisherPin? PinFor(string id) =>
        _document.Publishers.Where(pin => pin.Matches(id) >= 0).MaxBy(pin => pin.Matches(id));
}
