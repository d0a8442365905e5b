namespace PluginRoom.Host.Egress;

/// <summary>On whose behalf a request leaves.</summary>
internal enum EgressKind
{
    /// <summary>A plugin asked for it.</summary>
    Fetch,

    /// <summary>A person took a permission back, and the sink is asked to delete.</summary>
    Erasure,
}

/// <summary>The names that operators see.</summary>
internal static class EgressKinds
{
    public static string Word(this EgressKind kind) => kind == EgressKind.Fetch ? "fetch" : "erasure";
}
