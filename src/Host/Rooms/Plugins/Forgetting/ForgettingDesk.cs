using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Memory;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>What the rooms of this host forget with.</summary>
public sealed class ForgettingDesk(ErasureDesk erasures, HeapCompaction memory, EgressNetwork outside)
{
    public ErasureDesk Erasures => erasures;

    public HeapCompaction Memory => memory;

    public SinkCredentials Credentials => outside.Credentials;
}
