using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.Trust;

/// <summary>Whether the operator's rules let this content be used.</summary>
internal abstract record TrustVerdict
{
    private TrustVerdict()
    {
    }

    /// <param name="Key">Null: nobody signed it.</param>
    /// <param name="Words">Who vouches for it, as people see it.</param>
    public sealed record Trusted(string? Key, string Words) : TrustVerdict;

    public sealed record Refused(IReadOnlyList<ManifestError> Errors) : TrustVerdict;

    /// <summary>An update that would be trusted and is in its cool-down.</summary>
    public sealed record Waiting(TimeSpan Left) : TrustVerdict;
}
