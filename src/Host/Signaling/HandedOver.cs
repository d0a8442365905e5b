using PluginRoom.Host.Memory;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Signaling;

/// <summary>What people's pages hand over for plugins, and the host passes on and keeps nothing of: overwritten when it is answered.</summary>
internal static class HandedOver
{
    public static void Wipe(object request)
    {
        switch (request)
        {
            case ChatDelivery line:
                OwnString.Wipe(line.Text);
                break;
            case PluginInput input:
                OwnString.Wipe(input.Data);
                break;
        }
    }
}
