namespace PluginRoom.Host.Broker;

/// <summary>Where data come from, and with that whose tags travel with them.</summary>
public enum FlowOrigin
{
    /// <summary>One person's own browser or the host itself: the tag that the request names, and no other.</summary>
    Person,

    /// <summary>The plugin's process: everything that it has seen, <see cref="PluginGate.Label"/>.</summary>
    Worker,

    /// <summary>The plugin's frames: everything that they have been shown, <see cref="PluginGate.UiLabel"/>.</summary>
    Frames,

    /// <summary>The plugin's storage: the tags that a value was written with.</summary>
    Store,

    /// <summary>Another plugin's process: everything that it has seen.</summary>
    Plugin,
}
