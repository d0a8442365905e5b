using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace PluginRoom.Host.Memory;

/// <summary>Gives Kestrel its buffers.</summary>
public sealed class WipedMemoryFactory : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new WipedMemory();
}
