using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

/// <summary>Refuses events of undeclared capabilities on the spot, and tells the host so that the attempt stands in the ledger.</summary>
internal sealed class DeclaredCapabilities(IReadOnlyList<string> names, HostCalls calls)
{
    private readonly HashSet<string> _names = [.. names];

    internal void Require(string capability)
    {
        if (Denial.IsDeclared(capability, _names.Contains))
            return;
        calls.Report(new UndeclaredUseCall(capability));
        throw Denial.NotDeclared(capability);
    }
}
